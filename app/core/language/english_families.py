"""English words of one family, whose forms no rule of endings finds, and everyday words that mean much the same."""

FAMILIES = """
    able/ability, absent/absence, accurate/accuracy, ache/achy, advise/advice, anxious/anxiety, arise/arose/arisen, asleep/sleep/slept,
    bear/bore/borne, beat/beaten, become/became, begin/began/begun, bend/bent, big/bigger, birth/born, bite/bit/bitten, bleed/bled/blood/bloody,
    blow/blew/blown, break/broke/broken/breakage, breed/bred, bring/brought, broad/breadth, build/built, burn/burnt, buy/bought, catch/caught,
    choose/chose/chosen/choice, clean/cleanse, clear/clarity, cling/clung, close/closure, come/came, compare/comparison, conceive/conception,
    cool/cold, creep/crept, dead/death/die, decide/decision, deep/depth/deepen, defend/defence, deliver/delivery, describe/description,
    destroy/destruction, dig/dug, discover/discovery, do/did/done, draw/drew/drawn, drink/drank/drunk, drive/drove/driven, dry/dryness,
    eat/ate/eaten, enter/entry/entrance, erode/erosion, exceed/excess, exclude/exclusion, expand/expansion, explain/explanation, expose/exposure,
    fail/failure, fall/fell/fallen, feed/fed, feel/felt, fever/feverish, fight/fought, fill/full, find/found, flee/fled, flow/fluid,
    fly/flew/flown, forbid/forbade/forbidden, forget/forgot/forgotten, freeze/froze/frozen, frequent/frequency, get/got/gotten, give/gave/given,
    go/went/gone, grieve/grief, grind/ground, grow/grew/grown/growth, hang/hung, heal/health, hear/heard, heat/hot, hide/hid/hidden, high/height,
    hold/held, include/inclusion, infect/infectious, inflame/inflammation, injure/injury, intend/intention, keep/kept, kneel/knelt,
    know/knew/known/knowledge, lay/laid, lead/led, lean/leant, leave/left, lend/lent, lie/lain, light/lit, long/length/lengthen, lose/lost/loss,
    low/lower/lowest, maintain/maintenance, make/made, man/men, mean/meant, meet/met, miscarry/miscarriage, mouse/mice, move/motion,
    nauseous/nausea, pass/passage, pay/paid, perceive/perception, permit/permission, press/pressure, proceed/procedure, produce/production,
    prove/proof/proven, pulse/pulsation, quiet/quieten, receive/reception/receipt, recur/recurrence, reduce/reduction, refer/referral,
    remain/remainder, repeat/repetition, respond/response, retain/retention, ride/rode/ridden, ring/rang/rung, rise/rose/risen, run/ran,
    safe/safety, see/saw/seen/sight, seek/sought, sell/sold, send/sent, sew/sewn, shake/shook/shaken, shine/shone, shoot/shot, short/shorten,
    show/shown, shrink/shrank/shrunk, sink/sank/sunk, sit/sat, slide/slid, smell/smelt, speak/spoke/spoken/speech, spend/spent, spill/spilt,
    stand/stood, steal/stole/stolen, stick/stuck, sting/stung, store/storage, stretch/stretchy, strike/struck, strong/strength/strengthen,
    succeed/success, suck/suction, surgeon/surgery/surgical, suspect/suspicion, sweep/swept, swell/swollen/swelling, swim/swam/swum, swing/swung,
    take/took/taken, teach/taught, tear/tore/torn, tell/told, thick/thicken, thin/thinner, think/thought, throw/threw/thrown, tight/tighten,
    tired/tiredness, tooth/teeth, treat/treatment, urge/urgent/urgency, use/usage, vary/variation/variety, view/vision, wake/woke/woken,
    warm/warmth, weak/weaken, wear/wore/worn, weep/wept, weigh/weight, wide/width/widen, win/won, wind/wound, withdraw/withdrawn, woman/women,
    write/wrote/written, young/youth
"""
"""Words of one family are parted by strokes, families by commas."""

NEAR = """
    afraid/scared/frightened, aim/purpose/goal, alter/change/modify, baby/infant/newborn, bad/poor, begin/start,
    belly/tummy/abdomen/stomach, big/large/huge, boy/son, brief/short, build/make/create, burst/rupture, buy/purchase, check/examine/inspect,
    child/kid/toddler, choose/pick/select/tick, clear/erase/delete/remove, close/shut/seal, collect/gather, comfy/comfortable,
    computer/laptop/machine, copy/duplicate, correct/right, cure/heal, cut/slice/snip, daughter/girl, deliver/birth, difficult/hard/tricky,
    document/paper/file, dose/amount, drop/fall, earlier/previous/former/past, early/premature, effect/result/consequence, end/finish/stop,
    enlarge/zoom/magnify, error/mistake/fault, exam/check, exit/leave/quit, fast/quick/rapid, faulty/defective/abnormal, film/video,
    find/search/look/locate, fix/repair/mend, font/letters/type, forbid/ban/disallow/prohibit, form/shape, gap/opening, get/obtain/receive,
    grade/mark/rate, guess/estimate, harm/damage/hurt/injure, heading/title, help/assist/aid, hold/support/carry, hurt/pain/ache, icon/symbol,
    ill/sick/unwell, illness/disease/condition/sickness, image/picture/photo/figure, join/connect, keep/save/store, key/shortcut, large/big,
    leaflet/brochure/sheet, limit/restrict, link/connect, load/open, long/lengthy, machine/device, magnify/enlarge, make/build, make/create,
    mend/repair, mistake/error, mobile/phone, narrow/thin, near/close, notice/spot, odour/smell, old/previous, operate/run,
    operation/surgery/procedure, page/sheet, pain/ache/soreness, pause/stop, pee/urine, period/menstruation, phone/telephone/call, pick/choose,
    place/location, pregnant/expecting, presentation/slides, press/push/click, print/paper, prior/previous/earlier, problem/trouble/issue,
    quit/close/exit, raise/increase, reason/cause, rebuild/repair, record/note, reduce/lower/lessen/cut, refuse/decline/reject, remedy/treatment,
    remove/delete/clear, replace/swap/substitute, rip/tear/split, rupture/burst/break, scan/ultrasound, screen/display/monitor, secure/safe,
    send/share, sew/stitch, shape/form, share/send, show/display, sign/symptom, skin/tissue, slow/late, small/little/tiny, sore/painful,
    speech/voice, start/begin/launch, stop/prevent, strengthen/support, switch/change/toggle, tablet/pill/medicine, talk/discuss/speak, tear/rip,
    test/exam, text/words, tired/exhausted, tummy/belly, update/renew, upset/sad, urine/pee, watch/monitor/observe, wrong/incorrect/faulty
"""
"""Words that mean much the same, in the same form; each is near to each other one of its group."""
