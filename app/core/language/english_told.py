"""What an English question can ask of a condition and its treatment that only a sentence tells; `english_aspects` says how phrases are chosen."""

TOLD = {
    "duration": """
        how long, how long does, how long do, how long is, how long will, how long after, how long until, how long before, how long
        for, for how long, how long can, how long should i, how long would, how long did, how long have, how many days, how many
        months, how many hours, how many minutes, how many years, duration, how much longer, interval, wait before, wait after, how
        many nights, how many more weeks, length of time, length of treatment, time it takes, how much time, take long, last long,
        last for, last forever, lifelong, is it permanent, is this permanent, is it temporary, is it forever, does it last, effects
        last, for the whole pregnancy, for the entire pregnancy, will it last, can it last, do they last
    """,
    "amount": """
        dose, dosage, mcg, micrograms, how much, grams, ml, per night, per day, a night, how many stitches, how many pills, how many
        tablets, how many capsules, how many injections, how many shots, how many units, how many suppositories, how many drops, tablets
        a day, pills a day, what strength, which strength, maximum daily, how many scans, how many ultrasounds, how many visits, how
        many do i, how many mg, mg per, mg a day, too many, how many is too many
    """,
    "how often": """
        twice a day, once a day, three times a day, how many times a, how many times per, how many times should, how often should, how
        often do, how often are, how often is, how often can, how often to, how often would, how often must, how often did, how often
        you, how often they, how often i, how often she, how frequently should, how frequently do, how frequently will, every month,
        every two weeks, every other week, every other day, each week, each day, once a week, twice a week, fortnightly, biweekly, times
        a week, times a day, times per, how regularly, how frequently must
    """,
    "missed dose": """
        miss a dose, missed dose, skip a dose, forgot to take, forget to take, forgot a dose, forgot my, forget my, forgot to insert,
        forget to insert, double up, double dose, overdose, take too much, took too much, took too many, ran out of, run out of, missed
        my, missed a pill, forgot to put, if i forget, forget a, forgot a, forget one, forgot one, forgot last night, missed one,
        missed a, skipped a, skip a, skipped one, miss one, miss a night, took two, used two, took it late, take it late
    """,
    "how taken": """
        at bedtime, time of day, empty stomach, morning or night, morning or evening, night or morning, before bed, with food, without
        food, after a meal, how do i insert, how to insert, how do you insert, how to inject, how do i inject, how do you inject, how do
        i take, injection site, where to inject, crush, leak out, leaking out of, with an applicator, suppository leaking, suppositories
        leaking, suppository leak, pessary leaking, pessaries leaking, gel leaking, front or back passage, back passage, vaginally or,
        rectally, orally or, or orally, bum or front, bum or vagina, up the bum, what time should i, what time do i, what time to,
        what time of, leak after, leaks after, leaking after
    """,
    "stopping": """
        stop taking, stop using, wean, discontinue, cold turkey, stop it suddenly, stop suddenly, quit taking, last dose, can i stop it,
        can i stop taking, can i just stop, when do i stop, when do you stop, when to stop, when can i stop, stop the progesterone, come
        off it, coming off
    """,
    "onset": """
        kick in, take effect, start working, start to work, begin to work, begin working, take to work, how soon does it work, how
        quickly does it work, how fast does it work, work right away, work immediately, work straight away
    """,
    "storage": """
        be stored, stored at, how to store, how do i store, should i store, need to store, storage, fridge, refrigerator, room
        temperature, shelf life, expiry, expiration, keep it cold, been left out
    """,
    "year": """
        what year, which year, how many years ago, which decade, which century, what century, when did they stop, when did doctors stop,
        stopped giving, stop giving, still given, still used, still prescribed, still available, banned, off the market, on the market,
        withdrawn, still made, still sold, still on sale, still in use, still around
    """,
    "history": """
        who invented, who discovered, who first, who named, who came up with, invented, inventor, named after, coined, renamed, change
        the name, changed its name, name changed, better name, offensive, why is it called, why is it named, why was it called, why are
        they called, why do they call, why do doctors call, why do we call, why the name, why call it, origin of the, where does the
        name, where did the name, first described, first performed, first used, first done, first introduced, when was it first, when
        did they first, when did doctors first, when was it invented, old days, back then, etymology, latin for, greek for, hundred
        years ago, years ago what, in the olden days, in former times, centuries ago, in grandma's day, in the past what, used to do
        about
    """,
    "week": """
        what week, which week, how many weeks, up to what week, by what week, until what week, average gestation, at how many weeks,
        from what week, by which week, until which week, cut off week, cut off date, cut off point for
    """,
    "success": """
        success, cerclage fail, success rate, has anyone been able, anyone managed, anyone made it, anyone make it, anyone gone full
        term, efficacy, how well, does it work, do they work, does the stitch work, really work, actually work, works better,
        failure rate, failed stitch, good outcome, success stories, positive stories, worth it, chance of working, still work, stop
        working, likely to work, does this work, will it work, did it work, does that work, work every time, always work, work for
        everyone, work for me, guarantee, foolproof, fail rate, if it fails, can it fail, could it fail, does it fail, why did it
        fail, it failed, doesn't work, does not work, didn't work, did not work, won't work, not working, isn't working, pointless,
        waste of time, any good, what good does, how good is, how good are, improve outcomes, improve the outcome, worth having,
        worth doing, worth trying, worth taking, worth the, happy ending, chances of a good, odds of it working, how effective,
        effective is, effective are, be effective, is it effective, more effective, most effective, likely is it to work, does it
        actually help, chances of success, odds of success, stitch fails, treatment fails, surgery fails, operation fails, procedure
        fails, stitch hold, is effective, are effective, odds of carrying, odds of making it, chances of making it, chance of making
        it, chances of getting to term, carry to term with, deliver after
    """,
    "evidence": """
        has the evidence, evidence for, evidence that, evidence behind, evidence against, any evidence, is there evidence, what
        evidence, strong evidence, level of evidence, evidence based, scientific evidence, no evidence, proof that, any proof, proven
        to, been proven, scientifically proven, a myth, an old wives tale, old wives, debunked, recent studies, any studies, studies
        show, studies say, studies found, research say, research show, research found, latest research, recent research, new research,
        clinical trial, controlled trial, meta analysis, cochrane, systematic review, controversial, agree on, still recommended, no
        longer recommended, randomized trial, randomized controlled
    """,
    "side effect": """
        side effect, adverse, is … safe, are … safe, is it safe, safe to, safe for, how safe, safety, unsafe, drawbacks, disadvantages,
        downsides, risks of having, risks of the stitch, risks of a stitch, risks of cerclage, complications of cerclage, complications
        of a, cerclage risk, stitch risk, suture risk, progesterone risk, stitch complications, suture complications, cerclage risky,
        stitch risky, cerclage dangerous, stitch dangerous, harm my baby,
        harm the baby, tear through, risks and side, side affect, bad reaction, allergic, allergy, cons of, pros and
        cons, safe during, safe while, safe with, are they safe, is that safe, be safe, ok to take, okay to take, harmful for, hurt me,
        long term effects of, intolerance, tolerated, rupture my, cause birth defects, birth defect, surgical risks, risks of surgery,
        risks of the surgery, risks of the procedure, risks of the operation, risks of this procedure, complications of the procedure,
        complications of surgery, complications of the surgery, complications from the procedure, complications from surgery,
        complications after surgery, adverse effect, clots in my legs, clots in legs, leg clots, dvt, deep vein, pulmonary embolism,
        risk of blood clots, blood clots from, made me sick, making me sick, makes me sick, making me sleepy, make me tired, itch,
        itchy, itching, burning sensation, rash, make me dizzy, makes me dizzy, make me sick, makes me tired, makes me sleepy,
        bloated from, headaches from, constipated from, feel sick from, irritate, irritation, is it harmful, harm me, does me harm,
        be harmful, cause blood clots, risk of clots, put on weight from, make me put on, make me fat, make me gain, make me bleed,
        so tired, from the hormone, from the pessaries, since the pessaries, since the pessary, from the progesterone, is that from
        the, is it from the
    """,
    "contraindication": """
        contraindication, who should not have, who shouldn't have, who can't have, who cannot have, who should not take, who can't take,
        who shouldn't take, who should not get, not be given, should not be used, shouldn't be used, should not be done, when should it
        not, not recommended for, not suitable, not eligible, eligible, not a candidate, suitable for me, am i suitable, allowed to have
        it, qualify for, why would they not, why won't they, why wouldn't they, refuse to do
    """,
    "interaction": """
        interaction, together with, used together, taken together, take together, done together, given together, take them together, at
        the same time as, at the same time, combined with, in combination, combination of, mix with, mixing, mix it with, take both,
        have both, use both, need both, get both, both at once, on top of the, in addition to the, alongside, other medicines, other
        medications, my other meds, blood thinners, antidepressants, with antibiotics, with aspirin, with insulin, can i combine, be
        combined, combine it, combine them, combination therapy, safe to combine, ok to combine
    """,
    "removal": """
        remove, taken out, take out, take it out, took it out, stitch out, undone, get it out, have it out, comes out on its own,
        does it come out, when does it come out, cut the stitch, cut it out, snipped, unpick, pull it out, slip out, dissolve,
        absorbable, take the stitch, take … out, taking … out, cut … out, get … out, have … out, pull … out, when … out, come
        undone, snip, unpicked, untied, cut the suture, cut the cerclage, left in place, leave it in, stay in place, stay in until,
        what happens with the stitch, what happens to the stitch, happens to my stitch, does the stitch stay, stitch stay in, stay
        in forever, stays in for, left in for, comes out at, leave it or cut, leave it or take, cut it or
    """,
    "recovery": """
        recover, recovery, heal, aftercare, after care, back to normal, downtime, post op, postoperative, after the operation, after the
        procedure, post procedure, post surgery, post surgical, recuperate, convalescence, up and about, back on my feet, feel normal
        again, feel myself again, incision, dressing, bed after, afterwards what, following the procedure, following surgery, get over
        the, wound care, wound heal, discharge instructions, do's and don'ts, what to expect, aftercare instructions, wait after
        surgery, healing time
    """,
    "cost": """
        cost, price, pay for, paid for, pay out, have to pay, out of pocket, expensive, cheap, afford, insurance, bill, free of charge,
        covered by my, how much money, how much is a, how much is the, how much are, how much do they charge, charge for, fee, copay,
        deductible, medicaid, medicare, coverage, cover the cost, reimburse, financial help, financial assistance, financially, go
        private, funded, grants for, coupon, discount, for free, quoted, get them down, gotten them down, get the price down,
        billed, everybody pays, everyone pays, people pay, did you pay, do you pay, what did you pay, the bill
    """,
    "anesthesia": """
        anesthetic, anesthesia, epidural, spinal, sedation, put under, knocked out, put to sleep, numb me, be numb, made numb, go numb,
        numbed for, gas and air, under general, under local, local or general, use a general, under a general, general or local,
        twilight sleep, nitrous, anesthetist, anesthesiologist, put me out, be asleep, asleep for, asleep during, awake during, awake
        for, be awake
    """,
    "pain": """
        put in painful, does it hurt when they, does it hurt to have, how painful, pain relief, painkiller, is it painful to,
        procedure painful, sore after, hurt to have, hurt to get, hurt when they, hurt having, procedure hurt, operation hurt,
        surgery hurt, injection hurt, shot hurt, removal hurt, test hurt, exam hurt, scan hurt, painful procedure, painful
        operation, surgery painful, operation painful, removal painful, injections painful, test painful, painful is the, how much
        pain, how much does it hurt, how bad does it hurt, how bad is the pain, pain during the procedure, pain after the procedure,
        pain after surgery, pain after the surgery, pain after the operation, take for pain, take for the pain, pain meds, pain
        medicine, pain medication, ibuprofen, paracetamol, tylenol, acetaminophen, nsaid, leep painful, biopsy painful, cerclage
        painful, stitch painful, stitch hurt, cerclage hurt, leep hurt, hurt going in, hurt coming out, is the scan painful, scan
        painful, is the scan going to hurt, scan going to hurt, does the scan hurt, will the scan hurt, is it going to hurt, going
        to hurt, does it hurt having, is it very painful, is it painful to have, hurt a lot, hurt much, hurt afterwards, hurt after,
        hurts when they, how sore, sore is it, sore was it, will it be sore, very sore when, sore getting it, getting it put in, is
        it agony, did it hurt, did yours hurt, was yours painful, was it painful, how painful was, hurt you, hurt when it came out,
        did you feel pain, lletz hurt, lletz painful, cone biopsy hurt, cone biopsy painful, internal hurt, internal exam hurt,
        probe hurt, loop hurt, exam painful, internal painful
    """,
    "stay": """
        hospital stay, stay in hospital, overnight, day case, go home, sent home, outpatient, inpatient, length of stay, stay in the
        hospital, stay at the hospital, stay at hospital, stay the night, nights in hospital, kept in hospital, kept in, keep me in
        hospital, keep me in, day surgery, be admitted, get admitted, hospital admission, discharged home, discharged from, discharge
        from hospital, discharge from the hospital, discharged after, released from hospital, visiting hours, hospital bed, in hospital
        until, in the hospital until, be hospitalized, same day discharge, home the same day, go home same day
    """,
    "newborn unit": """
        nicu stay, stay in nicu, come home from hospital, come home from the hospital, take my baby home, bring my baby home, take
        the baby home, bring the baby home, in the nicu, in nicu, time in nicu, nicu time, go to nicu, go to the nicu, need nicu,
        hold my baby, skin to skin, visit her in, visit him in, touch my baby, allowed to hold her, allowed to hold him, can i hold
        her, can i hold him, when can i hold, to hold her, to hold him
    """,
    "performer": """
        who does, who performs, which doctor, which hospital, what kind of doctor, which specialist, where can i get, where is it
        done, where … done, where … treated, where … performed, where … go for, put in the cerclage or, who will do, who will perform,
        who can perform, who can do, who would do, who carries out, who inserts, who places, who removes, who gives the, who
        administers, who prescribes, who can prescribe, who diagnoses, who treats, what doctor, what type of doctor, what sort of
        doctor, what specialist, what hospital, which clinic, which department, which surgeon, find a doctor, find a specialist, find
        a surgeon, best doctor, best hospital, best surgeon, top hospital, near me, in my area, where do they do, where do they
        perform, where can i have, where do i go to get, where to get, where can i buy, buy it, over the counter, need a prescription,
        without a prescription, on prescription, prescription only, telehealth, telemedicine, second opinion, do i need a specialist,
        how experienced, train to, get a referral, need a referral, referred to a specialist, can a nurse do it, can a midwife do it,
        can a gp do it, who puts in the, who puts the stitch, who puts it in, who puts them in, clinic or hospital, hospital or
        clinic, operating room, operating theater, which ward, what ward, done in the office, done in a clinic, where do i have it,
        where will i have it, where do you have it, consultant or, or midwife, doctor or nurse, who takes, who will take, can a gp,
        university hospital, does it have to be at, have to be at a, district hospital, small hospital, any hospital, local
        hospital, can any doctor, does a surgeon, is it a surgeon, where in, get that done, can i get that
    """,
    "appointment": """
        get an appointment, make an appointment, book an appointment, need an appointment, how many appointments, appointments will,
        appointments do, appointment last, waiting list, waiting time, long is the wait, book a, book an, get booked, reschedule,
        opening hours, phone number, telephone number, contact number, hotline
    """,
    "consent": """
        consent, sign a form, right to refuse, allowed to refuse, can i refuse, can i say no, turn it down, decline, against my will,
        force me, forced to have, who makes the decision, without telling me, advance directive, ethics, my permission
    """,
    "companion": """
        can my husband be, can my husband come, can my partner be, can my partner come, can my mother come, can my mom come, can someone
        be with, can someone stay, stay with me, come with me, in the room with, be there during, be present during, allow visitors,
        visitors
    """,
    "preparation": """
        prepare for surgery, prepare for a procedure, prepare me for, prepare myself, how should i prepare, how do i prepare, how to
        prepare, before the procedure, before the operation, before the surgery, before my surgery, before my operation, before my
        procedure, day before, night before, morning of, nothing by mouth, npo, nil by mouth, fast before, have to fast, eat before,
        drink before, pre op, preop, what to bring, what should i bring, bring with me, what to pack, what should i pack, hospital bag,
        what to wear, what should i wear, shave, get ready for, questions to ask, questions should i ask, nothing to eat, fast for,
        prepare for the procedure, prepare for the operation, prepare for the surgery, prepare for my, eat before my, drink before
        my
    """,
    "survival": """
        survive, viable, viability, will he make it, will she make it, will it make it, will they make it, make it if, chance of
        living, mortality, death rate, life expectancy, survivor, chance of life, odds of living, make it at, live if born, live at,
        die at, die if born, alive if, if born at, youngest baby, earliest a baby, how early can a baby, how early can babies, save
        a baby at, save babies at, resuscitate, keep alive, pull through, how long will i live, how long do people live, be born
        alive, chances of a baby born, chance of a baby born, chances for a baby born, survival chance, 22 weeker live, 23 weeker
        live, 24 weeker live, weeker live, weeker survive, baby live, babies live, live outside, the earliest baby, earliest
        surviving baby, his chances, her chances, baby's chances, babys chances, their chances, chances if he, chances if she,
        chances if baby, chances if the baby, magic number, if he comes now, if she comes now, if baby comes now, make it outside,
        chance to live, chances to live, chance of a healthy, chances of a healthy, weeker alive, weeks alive, keep a 24, be alive
        at
    """,
    "later life": """
        cerebral palsy, long term problems, learning problems, long term health, long term effects on, long term disabilities,
        learning difficulties, learning disability, developmental delay, developmental problems, development delay, autism,
        autistic, adhd, child's development, baby's development, when he grows up, when she grows up, when they grow up, grows up,
        later in life, later life, catch up, brain damage, brain bleed, iq, born disabled, be disabled, disabled baby, disabled
        child, special needs, handicapped, go blind, deaf, milestones, in school, at school, doesn't speak, doesn't talk, late
        talker, doesn't walk yet
    """,
    "alternative": """
        alternative, versus, vs, which … or, which is stronger, is … better, better … or, compared to, compared with, which is better,
        which one, better than, as good as, which works best, which works better, which is best, which is safer, safer than, which is
        more, more effective than, which type is, which kind is, which of the two, or should i, is it better to, better to have, better
        to wait, better option, compare, plan b, switch to, switch from, better or, prefer over, superior to, inferior to
    """,
    "difference": """
        difference between, differences between, how does it differ, differ from, how is it different, how are they different,
        tell apart, tell them apart, tell the difference, know the difference, confused with, mistaken for, misdiagnosed, misdiagnosis,
        mixed up with, differential diagnosis, differential diagnoses, differentials, what else could, what else can it be, what else
        might, other conditions, mimic, or real contractions, or the real thing, real contractions, false labor, true labor, practice
        contractions
    """,
    "conceiving": """
        conceive, fertility, infertility, ivf, fall pregnant, falling pregnant, become infertile, try for a, try for another, start
        trying, try to have another, iui, embryo, embryo transfer, ovulate, contraception, birth control, periods return, period come
        back, surrogate, surrogacy, adopt, trouble getting pregnant, hard to get pregnant, harder to get pregnant, able to get pregnant,
        stop me getting pregnant, difficulty getting pregnant, problems getting pregnant, affect fertility, get pregnant naturally, when
        can i get pregnant, get pregnant again, try again, trying again, before ttc, start ttc, wait to ttc, ttc after, ttc again, make
        me infertile, make you infertile, what sex, sex of the baby, boy or girl, another boy, another girl, is it a boy, is it a
        girl
    """,
    "recurrence": """
        happen in every, happen every, happen each, chance of it happening again, chance of this happening again, odds of it
        happening again, risk of it happening again, does it recur, will it recur, recurrence rate, recurrence risk, risk of
        recurrence, chance of recurrence, come back next, all future pregnancies, all my pregnancies, next pregnancy too, chance of
        happening again, every single pregnancy, what are the chances of it happening again, what are the chances of this happening
        again, what are the odds of it happening again, what is the chance of it happening again, what is the chance of this
        happening again, what is the risk of it happening again, chance of another, risk of another, odds of another, another loss,
        percentage for it happening again, percentage of it happening again, odds of losing, chance of losing another, chance of
        losing the next, likelihood of it happening again, percent chance it happens again, chance it will happen again, odds it
        will happen again, chance it happens again, chance … again, odds … again, likelihood … again, probability … again, percent …
        again, percentage … again, goes the same way, go the same way, went the same way, end the same way, ends the same way, same
        way again, same thing again, same thing will happen, repeats itself, repeat itself, happen to us again, happen to me again,
        chance … another, odds … another, chances … again, what are the odds i lose, lose the next, chance there is a third, chance
        of a third, once more, a third time, happen a third, happen a second time, a second time, third time, tear again, rip again,
        split again
    """,
    "repeat": """
        done twice, done again, done more than once, placed again, placed twice, put in again, put back in, put back, have it twice,
        have it more than once, how many times can, be repeated, need to be repeated, repeat it, redo, redone, replaced, do it again, a
        second one, another one put, have another one, second stitch, double stitch, need another one, in every pregnancy, with every
        pregnancy, every pregnancy after, in each pregnancy, for every pregnancy, every time i get pregnant, with each pregnancy, all my
        other pregnancies, in all my pregnancies, for all my pregnancies, try again next time, how many stitches can you, how many can
        you have
    """,
    "progression": """
        how fast, how quickly, how rapidly, how suddenly, how slowly, worsen, progress quickly, progress fast, progress so, it progress,
        progress to, rate of progression, deteriorate, slow it down, speed it up, all of a sudden, progressively worse, worse with
        each, get worse with, gets worse with, getting worse with, get worse over, get worse as, up and down, go up and down,
        fluctuate
    """,
    "reversal": """
        reverse, irreversible, undo, longer again, get longer, grow longer, lengthen, grow back, close again, close back, close up
        again, close up, shut again, close on its own, heal on its own, better on its own, heal itself, fix itself, correct itself,
        repair itself, close itself, go away, goes away, disappear, resolve, get stronger, make it stronger, stronger again, go back
        to, goes back to, go back up, change back, improve on its own, outgrow, tighten it, tighten up, tighten my, tighten again,
        go back to normal length, length increase, length improve, length get better, increase my cervical, increase cervical
        length, length go up, strengthen it, strengthen my, strengthen the, can you strengthen, to strengthen
    """,
    "norm": """
        normal range, normal length, normal size, normal value, normal level, normal measurement, reference range, how many mm, how
        many cm, how many centimeters, how many millimeters, how many inches, in mm, in cm, what length, which length, what
        measurement, average length, average size, average measurement, cutoff, threshold, meant to be, supposed to be, in a normal
        pregnancy, in a healthy pregnancy, length chart, growth chart, percentile, how short, how thin, how small, how wide, how
        high, how low, how large, considered short, considered normal, considered low, considered high, considered too, what counts
        as, classed as, what is normal, what's normal, whats normal, what is a normal, what's a normal, is a good number, a good
        length, should it measure, should it be at, supposed to measure, supposed to be at, week by week, at each week, for each
        week, measurements by week, length by week, chart of, how long is a normal, how long is the normal, how long is normal, how
        long should a normal, how long should the normal, how long should it be, how long should it measure, how long is it supposed
        to be, too dilated, how dilated is too, cut off point, cut off value, cut off for, normal for, normal cervical length,
        normal cervix length, mm a good, mm a normal, mm a safe, cm a good, cm a normal, good length, mm ok, mm normal, mm good, mm
        bad, mm is that, cm is that, how big is, how big are, how thick, weeks ok, weeks is that ok, is that short, is this short,
        is that too short, is it too short, cm ok, cm normal, cm good, cm bad, weeks normal, mm short, cm short, short at, is it
        classed as, count as short, counts as short, class as short, how open should, how open is too
    """,
    "size of risk": """
        how much more likely, how many times more, by how much, relative risk, absolute risk, odds ratio, how big is the risk, how high
        is the risk, how big a risk, how great is the risk, how large is the risk, how much risk, how much higher, how much lower, how
        much does it increase, how much does it raise, how much does it reduce, how much does it lower, how much does it cut, exact
        risk, percentage risk, risk percentage, percent risk, risk in percent, times more likely, times higher, go wrong often, how
        often … go wrong, how often … wrong, often does it go wrong, go wrong during
    """,
    "accuracy": """
        false positive, false negative, false alarm, sensitivity of, sensitivity and, specificity of, predictive value, detection
        rate, how certain is, how certain are, scan be wrong, scan wrong, test be wrong, test wrong, ultrasound be wrong, ultrasound
        wrong, results be wrong, results wrong, doctor be wrong, they be wrong, it be wrong, scan miss, test miss, ultrasound miss,
        doctors miss, they miss it, be missed, was missed, overlooked, be trusted, accuracy of ultrasound, accuracy of the test,
        accuracy of the scan, test accurate, scan accurate, ultrasound accurate, results accurate, test reliable, scan reliable,
        ultrasound reliable, results reliable, how accurate are, how accurate is ultrasound, how accurate is the ultrasound, how
        accurate is an ultrasound, how accurate is the scan, how accurate is a scan, how accurate is the test, how accurate is the
        measurement, how accurate is measuring, how accurate is it, how reliable are, how reliable is ultrasound, how reliable is the
        scan, how reliable is the test, how reliable is it, how reliable is measuring, how accurate, how reliable, how sensitive
    """,
    "brand": """
        brand, brand name, generic, generic name, trade name, manufacturer, fda, made of, made from, what material, which material,
        suture material, what thread, which thread, type of thread, type of suture, kind of thread, kind of suture, tape, monofilament,
        braided, what needle, mesh
    """,
    "technique": """
        surgical technique, operative technique, where … put, where … placed, where … inserted, how … removed, how … remove, steps of
        the procedure, steps of the operation, steps of the surgery, surgical steps, step by step procedure, instruments, scalpel,
        laparoscopic, robotic, keyhole, how big is the cut, leave a scar, how is the stitch removed, how is a stitch removed, how is the
        cerclage removed, how is a cerclage removed, how is cerclage removed, how is it removed, how are they removed, how is the stitch
        taken out, how is the cerclage taken out, how is it taken out, how do they take the stitch out, how do they remove, how do they
        take it out, how do you remove, how to remove, how will they remove, how big was the piece, how big a piece, how much do
        they cut, how much do they take, how deep do they
    """,
    "delivery": """
        have a c section, need a c section, c section with, deliver vaginally, vaginal birth after, mode of delivery, induction, be
        induced, go into labor, into labor, need a cesarean, have a cesarean, have cesarean, cesarean or, or cesarean, require a
        cesarean, require cesarean, or c section, c section or, vaginal or, give birth normally, give birth naturally, give birth
        vaginally, deliver normally, deliver naturally, natural birth, normal delivery, normal birth, natural delivery, vaginal
        delivery, birth plan, water birth, home birth, vbac, getting induced, labor be, labor shorter, faster labor, quick labor,
        shorter labor, labor go, labor last, go overdue, past my due date, route of delivery, method of delivery, how will i deliver,
        how will i give birth, how do i give birth, have a vaginal birth, vaginal birth with, vaginal birth or, have vaginal birth, can
        i push, be quicker, second be quicker, quicker this time, faster this time, quick birth, come quickly this time, labor fast,
        fast labor, labor quick, labor induced, how is labor, bring on labor, brings on labor, start labor off, a sweep, membrane
        sweep, sweep, stretch and sweep
    """,
    "after it": """
        after cerclage, after cervical cerclage, after stitch, after cervical stitch, post cerclage, after the stitch, after a stitch,
        after my stitch, after the cerclage, after a cerclage, after my cerclage, after the cervical stitch, after a cervical stitch,
        since the stitch, since my stitch, since my cerclage, stitch went in, stitch goes in, post mcdonald, post shirodkar, hours
        post, days post, weeks post, post procedure, hours after a cerclage, days after a cerclage
    """,
    "living with it": """
        with the stitch in, with a stitch in, with my stitch in, with the cerclage in, with a cerclage in, with my cerclage in,
        stitch still in, cerclage still in, cerclage in place, stitch in place, living with a, feel the strings, feel the threads,
        feel it during sex, feel it in there, partner feel, husband feel, boyfriend feel, feel the stitch, feel a stitch, feel my
        stitch, feel the cerclage, feel a cerclage, feel my cerclage, stitch break, stitch come loose, stitch comes loose, stitch
        tear, stitch tearing, stitch slip, stitch move, come loose, came loose, comes loose, coming loose, gone loose, snapped,
        snap, stitch open, stitch opened, stitch moved, stitch broke, stitch broken, stitch tear out, stitch ripped, tore through
        the stitch, feel the thread, feel the knot, feel the string, poke my partner, poke him, dilate with the stitch, despite the
        stitch, despite a stitch, despite my stitch, even with the stitch, even with a stitch, stitch fall out, stitch falls out,
        stitch fell out, stitch has fallen, stitch come out by, stitch come off, stitch work loose, stitch working loose, rip
        through, rips through, ripping through, tear through the, tears through, cut through the, cuts through, cheese wire,
        cheesewire, pulls through, pull through the, poke out, pokes out, poking out, fishing line, ends left long, suture show up,
        stitch show up, show up the stitch
    """,
    "kinds": """
        classification, grades of, grading, grade, stages of, staging, subtypes, different types, how many types, different kinds,
        different forms, how many kinds, what are the types, what are the different, subtypes of, what stages, what grades, what
        types of, types are there, kinds are there, types of eds, types of it, mnemonic
    """,
    "results": """
        test results, biopsy results, my results, results mean, results came back, clear margins, margins, lab results, abnormal
        results, non reactive, nonreactive, reactive
    """,
    "appearance": """
        what does it look like, what do they look like, look like on, supposed to look like, what color, smell like, pictures of, photos
        of, video of, what does a baby look, baby look like, does it look like, look like at, video, videos, youtube video
    """,
    "start": """
        symptoms start, symptoms begin, signs start, when do symptoms, when do the symptoms, when to start, when should i start, when do
        you start, when do they start, when do i start, when can i start, when will they start, start checking, start measuring, start
        scanning, start at, start giving, tests start, scans start
    """,
    "breathing support": "surfactant, cpap, ventilator, ventilated, intubated",
    "steroid": "steroid, betamethasone, dexamethasone, celestone, lung maturity",
    "stopping labor": """
        tocolytic, tocolysis, nifedipine, indomethacin, terbutaline, ritodrine, atosiban, magnesium sulfate, magnesium sulphate, stop
        contractions, stop the contractions, stop my contractions, stop preterm labor, stop premature labor, stop early labor, stop the
        labor, stop labor, halt labor, delay labor, slow down labor, hold off labor
    """,
    "pessary": """
        arabin, cervical pessary, ring pessary, pessary ring, pessary vs, or pessary, pessary or, cerclage pessary, silicone ring
    """,
    "cancer": "clear cell, cancer risk, risk of cancer, get cancer, cause cancer, adenocarcinoma",
}
