"""What an English question can ask about something: the words that tell it, in a question and in the text that answers it.

Each aspect has phrases, parted by commas. The headings of nearly every medical article tell the aspects of the first group; those of the
second are told, if at all, in a sentence.

A phrase is chosen to stand seldom in a question that asks for something else. Phrases are compared as stems, and some stems collide: "shower" and
"show", "numb" and "number", "weekly" and "weeks", "earliest" and "early" are the same. Such a word stands only with others beside it. So do the words
of a story ("my job", "my twins"), and words that name a topic of their own.
"""

HEADED = {
    "": """
        diagnosed with, been diagnosed, was diagnosed, nursing diagnosis, nursing diagnoses, no treatment, after treatment, found out i,
        just found out, found out that, found out my, because i, because my, because we, because she, because her, because they, at my scan,
        had a scan, after my scan, at my last scan, at the last scan, week scan, what does my doctor mean, you can help, can anyone help,
        first time, this time, next time, every time, each time, last time, all the time, over time, at the time, at this time, at that
        time, hard time, long time, by the time, in time, please help, pls help, plz help, help please, can you help, you help me, could you
        help, help me understand, help me with, need help with, any help, help appreciated, help me out
    """,
    "definition": """
        what is, what are, what does, mean, medical term, same thing as, another name, other name, called, what's, whats, define,
        definition, mean by, what kind of, explain, description, describe, overview, pathophysiology, stand for, short for, meant by,
        another word for, other word for, known as, defined as, in simple terms, in simple words, in plain english, in plain words, in
        layman's terms, layman's terms, eli5, for dummies, medical name, proper name
    """,
    "cause": """
        cause, why, reason, due to, because, leads to, led to, etiology, bring on, come from, to blame, my fault, risk factor, risk, at
        risk, high risk, greatest risk, risk for, raise the risk, increase the risk, increase the risk of, increase risk, increase risk of,
        higher risk of, raise the risk of, predispose, who gets, who is, likely to get, likely to have, most likely to, more likely, prone,
        chances of getting, linked, contribute, associated with, result of, genetic, affect my cervix, damage, weaken, how did this happen,
        anything to do with, make you, matters, could it be, could that be, was it the, end up with, down to, is it because, was it because,
        is that because, is this because, how come, what makes, what made, brought on, brought this on, bring this on, trigger, contributing
        factor, culprit, responsible for, root cause, who is at risk, who is at higher risk, who develops, who does it affect, who does this
        affect, who does it happen to, who does this happen to, whose fault, something i did, anything i did, did i do something, did i do
        this, predisposition, susceptible, vulnerable, raise my risk, increase my risk, increase the chance, increase my chances, raise the
        chance, risk go up, set me up for, stem from, attributed to, what led to, how do you get, how does it start, how does it happen, how
        does this happen, how did it happen
    """,
    "sign": """
        symptom, sign, feel like, warn, clue, how would i know, how do i know, know if i, how will i know, how do you know if, tell if i,
        notice, presents, feeling, look out for, watch for, watch out for, red flag, manifestation, clinical features, indicate, report to,
        to report, may report, suspect, characteristic of, how can i tell, how can you tell, how do you tell, how do i tell, how to tell if,
        can i tell if, can you tell if, can you feel, can i feel, could i feel, would i feel, will i feel, would i know, will i know, how to
        know if, know whether i, giveaway, tell tale, hints, alarm signs, clinical picture, subjective data, objective data, look out, be
        alert for, keep an eye on, keep an eye out, pay attention to, when should i worry, when to worry, when should i call, when to call,
        when should i go, when to go to, which finding, what finding, assessment finding, clinical finding, physical finding, ultrasound
        finding, finding would, finding should, finding indicates, expected finding, typical finding, to find on
    """,
    "test": """
        test, diagnose, diagnosis, diagnostic, detect, how do they know, find out, found out, pick up, screen, check for, checked, scan,
        assess, evaluate, measure, how do they tell, how they tell, how can they tell, how do doctors tell, confirm, rule out, exam,
        examination, ultrasound, work up, workup, identify, how is it found, decide if i, based on, proves you, how would they know, how
        will they know, how can they know, how they know, how do doctors know, how does a doctor know, how does the doctor know, how does my
        doctor know, how would a doctor know, how can a doctor tell, how can doctors tell, get checked, check if, investigate, imaging,
        sonogram, sonography, gold standard, show up on, seen on, visible on, catch it, caught early, catch this, can it be seen, be found,
        can they see, can doctors see, criteria
    """,
    "treatment": """
        treat, treatment, manage, therapy, cure, fix, fixable, remedy, intervention, option, what can be done, what can they do, what can i
        do, what can we do, anything i can do, anything they can do, anything that can be done, what to do, do about, what do they do, what
        will they do, what should i do, what should be done, plan of care, care plan, next step, helps, prolong, keep the baby in, hold the
        baby in, initial management, medicine, drug, save my baby, save the baby, still carry, can i have a baby, can i ever have a baby,
        ever have a baby, ever have kids, carry to term, full term, go to term, make it to term, carry a baby, carry a pregnancy to term,
        healthy baby, healthy pregnancy, keep this baby, keep the pregnancy, stay pregnant, make it better, what could be done, what is done
        for, what is done about, what gets done, anything to be done, anything doctors can do, what can doctors do, what do doctors do, what
        would they do, what could they do, how do they help, be done about, be done for, what are my choices, what now, what happens now,
        what happens next, nursing action, nursing care, nursing measure, priority action, which action, first line, repair, solution, deal
        with it, save the pregnancy, save this pregnancy, save my pregnancy, hold the pregnancy, hold on to the baby, keep the baby inside,
        keep my baby in, keep her in, keep him in, deliver a healthy, ever carry, carry another, can i still have, have another baby, able
        to have a baby, able to carry, correct it, be corrected, correct this, correct the problem
    """,
    "prevention": """
        prevent, avoid, reduce the risk, lower the risk, reduce my risk, lower my risk, cut the risk, reduce the chance, lower the chance,
        stop it happening, stop this happening, stop it from, keep it from, so it does not happen, so it doesn't happen, prophylaxis,
        protect, can i do to prevent, so my cervix does not, so that i don't, stop my cervix, prophylactic, precaution, lessen the risk,
        minimize the risk, decrease the risk, decrease my risk, decrease the chance, reduce my chances, lower my chances, lower risk of,
        stop this from, keep this from, from happening, from happening again, stop it happening again, stop this happening again, so this
        does not happen, so this doesn't happen, so it won't happen, so it does not happen again, do differently, ward off, make sure it
        does not, make sure it doesn't, make sure this does not, make sure this doesn't, get ahead of
    """,
    "consequence": """
        complication, consequence, what happens if, what happens when, what will happen, what could happen, what can happen, what might
        happen, happen to, outcome, danger, risks of, risks to, the risks, are there risks, any risks, risks associated, risks associated
        with, are there risks associated with, effects of, effects on, affect the baby, affect my baby, harm, prognosis, untreated, not
        treated, if left, just leave it, lead to, result in, ends in, bad for, serious, die, lose the baby, lose my baby, baby okay, baby
        ok, aftermath, repercussion, impact on, implication, hazard, what would happen, without treatment, if ignored, if i ignore, ignore
        it, left alone, left untreated, do nothing, what if nothing, life threatening, fatal, how bad is it, how bad is this, how bad can
        it, worst case, worst thing, worst that can, hurt the baby, hurt my baby, affect my pregnancy, affect the pregnancy, affect
        pregnancy, affect the fetus, affect a pregnancy, cause problems for, what problems, problems can it, problems does it, what is at
        stake, go wrong, lose the pregnancy, lose this pregnancy, lose this baby, lose another baby, what effect, effect does, effect will,
        any effect on, effects on the baby, effects it
    """,
    "frequency": """
        how common, is it common, is this common, how rare, is it rare, how often does it, how many women, how many people, how many
        pregnancies, incidence, prevalence, percent, percentage, statistics, stats, odds, how likely, how frequent, frequency, one in, out
        of 100, rate of, proportion, epidemiology, number of women, what are the chances, how often does this, how unusual, how uncommon, is
        it unusual, is it uncommon, is this rare, is this unusual, how prevalent, how widespread, how many mothers, how many moms, how many
        mums, how many cases, how many patients, number of people, number of pregnancies, number of cases, what fraction, what share of,
        what is the likelihood, what is the chance, what is the probability, probability of, what are my chances, what are my odds, out of
        1000, per 1000, chances of having, am i the only one, commonly does
    """,
    "time": """
        when is, when do, when does, when are, when will, when would, when should, when can, what week, which week, how many weeks, how far
        along, how early, how late, how soon, at what point, what time, what stage, which trimester, what trimester, timing, too late for,
        too early for, latest, best time, what month, which month, how many months pregnant, what gestation, which gestation, optimal time,
        ideal time, right time, at which point, too early to, too late to, is it too late, is it too early, how far into, as early as, the
        earliest, earliest point, earliest week, earliest it, earliest they, earliest you
    """,
}
"""Aspects that an article's headings and questions name. The first entry holds phrases that ask for nothing."""

TOLD = {
    "duration": """
        how long, how long does, how long do, how long is, how long will, how long after, how long until, how long before, how long for, for
        how long, how long can, how long should i, how long would, how long did, how long have, how many days, how many months, how many
        hours, how many minutes, how many years, duration, how much longer, interval, wait before, wait after, how many nights, how many
        more weeks, length of time, length of treatment, time it takes, how much time, take long, last long, last for, last forever,
        lifelong, is it permanent, is this permanent, is it temporary, is it forever, rest of the pregnancy, rest of my pregnancy, does it
        last, effects last, for the whole pregnancy, for the entire pregnancy, will it last, can it last, do they last
    """,
    "amount": """
        dose, dosage, mg, mgs, mcg, milligrams, micrograms, how much, grams, ml, per night, per day, a night, how many stitches, every week
        or, how many pills, how many tablets, how many capsules, how many injections, how many shots, how many units, how many
        suppositories, how many drops, tablets a day, pills a day, what strength, which strength, maximum daily, how many scans, how many
        ultrasounds, how many visits, how many do i
    """,
    "how often": """
        twice a day, once a day, three times a day, how many times a, how many times per, how many times should, how often should, how often
        do, how often will, how often are, how often is, how often can, how often to, how often would, how often must, how often did, how
        often you, how often they, how often i, how often she, how frequently should, how frequently do, how frequently will, every week,
        every day, every month, every two weeks, every other week, every other day, each week, each day, once a week, twice a week,
        fortnightly, biweekly, times a week, times a day, times per, how regularly, how frequently must
    """,
    "missed dose": """
        miss a dose, missed dose, skip a dose, forgot to take, forget to take, forgot a dose, forgot my, forget my, forgot to insert, forget
        to insert, double up, double dose, overdose, take too much, took too much, took too many, ran out of, run out of
    """,
    "how taken": """
        at bedtime, time of day, empty stomach, morning or night, morning or evening, night or morning, before bed, with food, without food,
        after a meal, how do i insert, how to insert, how do you insert, how to inject, how do i inject, how do you inject, how do i take,
        injection site, where to inject, crush, leak out, leaking out of, with an applicator
    """,
    "stopping": "stop taking, stop using, wean, discontinue, cold turkey, stop it suddenly, stop suddenly, quit taking, last dose",
    "onset": """
        kick in, take effect, start working, start to work, begin to work, begin working, take to work, how soon does it work, how quickly
        does it work, how fast does it work, work right away, work immediately, work straight away
    """,
    "storage": """
        be stored, stored at, how to store, how do i store, should i store, need to store, storage, fridge, refrigerator, room temperature,
        shelf life, expiry, expiration, keep it cold, been left out
    """,
    "year": "what year, which year, how many years ago, which decade, which century, what century",
    "history": """
        who invented, who discovered, who first, who named, who came up with, invented, inventor, named after, coined, renamed, change the
        name, changed its name, name changed, better name, offensive, why is it called, why is it named, why was it called, why are they
        called, why do they call, why do doctors call, why do we call, why the name, why call it, origin of the, where does the name, where
        did the name, first described, first performed, first used, first done, first introduced, when was it first, when did they first,
        when did doctors first, when was it invented, old days, back then, etymology, latin for, greek for
    """,
    "week": """
        what week, which week, how many weeks, up to what week, by what week, until what week, average gestation, at how many weeks, from
        what week, by which week, until which week
    """,
    "success": """
        success, success rate, effective, efficacy, how well, does it work, do they work, does the stitch work, really work, actually work,
        works better, failure rate, failed stitch, good outcome, success stories, positive stories, worth it, chance of working, still work,
        stop working, likely to work, does this work, will it work, did it work, does that work, work every time, always work, work for
        everyone, work for me, guarantee, foolproof, fail rate, if it fails, can it fail, could it fail, does it fail, why did it fail, it
        failed, doesn't work, does not work, didn't work, did not work, won't work, not working, isn't working, pointless, waste of time,
        any good, what good does, how good is, how good are, improve outcomes, improve the outcome, worth having, worth doing, worth trying,
        worth taking, worth the, happy ending, chances of a good, odds of it working, how effective, effective is, effective are, be
        effective, is it effective, more effective, most effective, likely is it to work, does it actually help, chances of success, odds of
        success, stitch fails, treatment fails, surgery fails, operation fails, procedure fails, stitch hold
    """,
    "evidence": """
        has the evidence, evidence for, evidence that, evidence behind, evidence against, any evidence, is there evidence, what evidence,
        strong evidence, level of evidence, evidence based, scientific evidence, no evidence, proof that, any proof, proven to, been proven,
        scientifically proven, a myth, an old wives tale, old wives, debunked, recent studies, any studies, studies show, studies say,
        studies found, research say, research show, research found, latest research, recent research, new research, clinical trial,
        controlled trial, meta analysis, cochrane, systematic review, controversial, agree on, still recommended, no longer recommended,
        randomized trial, randomized controlled
    """,
    "side effect": """
        side effect, adverse, is it safe, safe to, safe for, how safe, safety, unsafe, drawbacks, disadvantages, downsides, risks of having,
        risks of the stitch, risks of a stitch, risks of cerclage, complications of cerclage, complications of a, can a stitch, harm my
        baby, harm the baby, tear through, risks and side, side affect, bad reaction, allergic, allergy, cons of, pros and cons, safe
        during, safe while, safe with, are they safe, is that safe, be safe, ok to take, okay to take, harmful for, hurt me, long term
        effects of, intolerance, tolerated, rupture my, cause birth defects, birth defect, surgical risks, risks of surgery, risks of the
        surgery, risks of the procedure, risks of the operation, risks of this procedure, complications of the procedure, complications of
        surgery, complications of the surgery, complications from the procedure, complications from surgery, complications after surgery,
        adverse effect
    """,
    "contraindication": """
        contraindication, who should not have, who shouldn't have, who can't have, who cannot have, who should not take, who can't take, who
        shouldn't take, who should not get, not be given, should not be used, shouldn't be used, should not be done, when should it not, not
        recommended for, not suitable, not eligible, eligible, not a candidate, suitable for me, am i suitable, allowed to have it, qualify
        for, why would they not, why won't they, why wouldn't they, refuse to do
    """,
    "interaction": """
        interaction, together with, used together, taken together, take together, done together, given together, take them together, at the
        same time as, at the same time, combine, combined with, in combination, combination of, mix with, mixing, mix it with, take both,
        have both, use both, need both, get both, both at once, on top of the, in addition to the, alongside, other medicines, other
        medications, my other meds, blood thinners, antidepressants, with antibiotics, with aspirin, with insulin
    """,
    "removal": """
        remove, taken out, take out, take it out, took it out, stitch out, undone, get it out, have it out, comes out on its own, does it
        come out, when does it come out, cut the stitch, cut it out, snipped, unpick, pull it out, pulled out, fall out, fell out, slip out,
        dissolve, absorbable, take the stitch, left in place, leave it in, stay in place, stay in until
    """,
    "recovery": """
        recover, recovery, heal, aftercare, after care, back to normal, downtime, post op, postoperative, after the operation, after the
        procedure, post procedure, post surgery, post surgical, recuperate, convalescence, up and about, back on my feet, feel normal again,
        feel myself again, incision, dressing, bed after, afterwards what, following the procedure, following surgery, get over the, wound
        care, wound heal
    """,
    "cost": """
        cost, price, pay for, paid for, pay out, have to pay, out of pocket, expensive, cheap, afford, insurance, bill, free of charge,
        covered by my, how much money, how much is a, how much is the, how much are, how much do they charge, charge for, fee, copay,
        deductible, medicaid, medicare, coverage, cover the cost, reimburse, financial help, financial assistance, financially, on the nhs,
        go private, funded, grants for, coupon, discount, for free
    """,
    "anesthesia": """
        anesthetic, anesthesia, epidural, spinal, sedation, awake, asleep, put under, knocked out, put to sleep, numb me, be numb, made
        numb, go numb, numbed for, gas and air, under general, under local, local or general, general or local, twilight sleep, nitrous,
        anesthetist, anesthesiologist, put me out
    """,
    "pain": """
        put in painful, does it hurt when they, does it hurt to have, how painful, pain relief, painkiller, is it painful to, procedure
        painful, sore after, hurt to have, hurt to get, hurt when they, hurt having, procedure hurt, operation hurt, surgery hurt, injection
        hurt, shot hurt, removal hurt, test hurt, exam hurt, scan hurt, painful procedure, painful operation, surgery painful, operation
        painful, removal painful, injections painful, test painful, painful is the, how much pain, how much does it hurt, how bad does it
        hurt, how bad is the pain, pain during the procedure, pain after the procedure, pain after surgery, pain after the surgery, pain
        after the operation, take for pain, take for the pain, pain meds, pain medicine, pain medication, ibuprofen, paracetamol, tylenol,
        acetaminophen, nsaid
    """,
    "stay": """
        hospital stay, stay in hospital, overnight, same day, day case, go home, sent home, outpatient, inpatient, length of stay, stay in
        the hospital, stay at the hospital, stay at hospital, stay the night, nights in hospital, kept in hospital, kept in, keep me in
        hospital, keep me in, day surgery, be admitted, get admitted, hospital admission, discharged home, discharged from, discharge from
        hospital, discharge from the hospital, discharged after, released from hospital, visiting hours, hospital bed, in hospital until, in
        the hospital until, be hospitalized
    """,
    "newborn unit": """
        nicu stay, stay in nicu, come home from hospital, come home from the hospital, take my baby home, bring my baby home, take the baby
        home, bring the baby home, in the nicu, in nicu, time in nicu, nicu time, go to nicu, go to the nicu, need nicu
    """,
    "performer": """
        who does, who performs, which doctor, which hospital, what kind of doctor, which specialist, where can i get, where is it done, put
        in the cerclage or, who will do, who will perform, who can perform, who can do, who would do, who carries out, who inserts, who
        places, who removes, who gives the, who administers, who prescribes, who can prescribe, who diagnoses, who treats, what doctor, what
        type of doctor, what sort of doctor, what specialist, what hospital, which clinic, which department, which surgeon, find a doctor,
        find a specialist, find a surgeon, best doctor, best hospital, best surgeon, top hospital, near me, in my area, where do they do,
        where do they perform, where can i have, where do i go to get, where to get, where can i buy, buy it, over the counter, need a
        prescription, without a prescription, on prescription, prescription only, telehealth, telemedicine, second opinion, do i need a
        specialist, how experienced, train to, get a referral, need a referral, referred to a specialist, can a nurse do it, can a midwife
        do it, can a gp do it, who puts in the, who puts the stitch, who puts it in, who puts them in
    """,
    "appointment": """
        get an appointment, make an appointment, book an appointment, need an appointment, how many appointments, appointments will,
        appointments do, appointment last, waiting list, waiting time, long is the wait, book a, book an, get booked, reschedule, opening
        hours, phone number, telephone number, contact number, hotline
    """,
    "consent": """
        consent, sign a form, right to refuse, allowed to refuse, can i refuse, can i say no, turn it down, decline, against my will, force
        me, forced to have, who makes the decision, without telling me, advance directive, ethics, my permission
    """,
    "companion": """
        can my husband be, can my husband come, can my partner be, can my partner come, can my mother come, can my mom come, can someone be
        with, can someone stay, stay with me, come with me, in the room with, be there during, be present during, allow visitors, visitors
    """,
    "preparation": """
        prepare for surgery, prepare for a procedure, prepare me for, prepare myself, how should i prepare, how do i prepare, how to
        prepare, before the procedure, before the operation, before the surgery, before my surgery, before my operation, before my
        procedure, day before, night before, morning of, nothing by mouth, npo, nil by mouth, fast before, have to fast, eat before, drink
        before, pre op, preop, what to bring, what should i bring, bring with me, what to pack, what should i pack, hospital bag, what to
        wear, what should i wear, shave, get ready for, questions to ask, questions should i ask, nothing to eat, fast for, prepare for the
        procedure, prepare for the operation, prepare for the surgery, prepare for my
    """,
    "survival": """
        survive, viable, viability, will he make it, will she make it, will it make it, will they make it, make it if, chance of living,
        mortality, death rate, life expectancy, survivor, chance of life, odds of living, make it at, live if born, live at, die at, die if
        born, alive if, born alive, if born at, youngest baby, earliest baby, earliest a baby, how early can a baby, how early can babies,
        save a baby at, save babies at, resuscitate, keep alive, pull through, how long will i live, how long do people live
    """,
    "later life": """
        cerebral palsy, long term problems, learning problems, long term health, long term effects on, long term disabilities, learning
        difficulties, learning disability, developmental delay, developmental problems, development delay, autism, autistic, adhd, child's
        development, baby's development, when he grows up, when she grows up, when they grow up, grows up, later in life, later life, catch
        up, brain damage, brain bleed, iq, born disabled, be disabled, disabled baby, disabled child, special needs, handicapped, go blind,
        deaf, milestones, in school, at school
    """,
    "alternative": """
        alternative, versus, vs, compared to, compared with, which is better, which one, better than, as good as, which works best, which
        works better, which is best, which is safer, safer than, which is more, more effective than, which type is, which kind is, which of
        the two, or should i, is it better to, better to have, better to wait, better option, compare, plan b, switch to, switch from,
        better or, prefer over, superior to, inferior to
    """,
    "difference": """
        tell apart, tell them apart, tell the difference, know the difference, confused with, mistaken for, misdiagnosed, misdiagnosis,
        mixed up with, differential diagnosis, differential diagnoses, differentials, what else could, what else can it be, what else might,
        other conditions, mimic
    """,
    "exercise": """
        exercise, walk, gym, yoga, pilates, swim, stairs, workout, work out at, working out, go running, go for a run, jog, sport, dance,
        bike, bicycle, treadmill, zumba, squat, lift weights, kegel, pelvic floor, hike, gardening, cardio, athlete, ski, horse riding
    """,
    "travel": """
        travel, flying, driving, flight, airplane, aeroplane, plane, airport, trip, car ride, holiday, vacation, cruise, on a train, on a
        bus, long journey, abroad, seat belt, seatbelt
    """,
    "work": """
        job, return to work, back to work, off work, go to work, time off, work from home, can i work, can i still work, able to work,
        allowed to work, keep working, continue working, should i stop working, have to stop working, when to stop working, stop work, light
        duty, night shift, shift work, standing all day, standing for long, prolonged standing, long hours, go to school, go to college, go
        back to work, went back to work, do my job
    """,
    "bath": """
        hot bath, hot tub, take a bath, have a bath, bath, bathtub, take a shower, hot shower, sauna, jacuzzi, steam room, douche, wash my,
        hair dye, dye my hair, dentist, massage, heating pad, hot water bottle
    """,
    "lifting": """
        lifting heavy, heavy boxes, heavy lifting, heavy things, heavy objects, pick up my toddler, pick up my kids, pick up my child, carry
        my toddler, groceries, housework, chores, vacuuming, clean the house, laundry, cook, bend over, bending, belly band, support band,
        support belt, maternity belt, belly belt, lift my, lift a, lifting things, lift anything, how heavy
    """,
    "position": """
        sleep on, sleep position, position to sleep, best position, which position, what position, which side, trendelenburg, bathroom
        privileges, pillow
    """,
    "straining": "full bladder, sneeze, coughing, constipated, bowel movement, straining, hold my pee, holding pee, laughing",
    "food": """
        eat, food, diet, dietary, nutrition, meal, fruit, pineapple, spicy, dairy, gluten, vegan, vegetarian, keto, drink more, drink water,
        hydration, dehydration, salt, sugar
    """,
    "vitamin": """
        vitamin, folic acid, folate, omega 3, fish oil, probiotic, zinc, iron tablets, collagen powder, take collagen, dietary supplement,
        nutritional supplement, food supplement, supplements help, what supplements, which supplements, multivitamin
    """,
    "herb": """
        herbal, herbs, herbal tea, natural remedy, naturally, natural treatment, natural way, home remedy, homeopathy, homeopathic,
        acupuncture, acupressure, chinese medicine, ayurveda, ayurvedic, essential oils, castor oil, cbd, primrose oil, raspberry leaf,
        turmeric, ginger, chiropractor, chiropractic, reflexology, hypnosis, meditation, prayer, wild yam
    """,
    "alcohol": "alcohol, wine, beer, drinking alcohol, drunk",
    "caffeine": "coffee, caffeine, energy drink",
    "smoking": "smoke, smoker, cigarettes, tobacco, vape, nicotine, weed, marijuana, cannabis, cocaine, recreational drugs",
    "age": """
        my age, too old, older women, older mothers, older moms, old women, maternal age, over 35, over 40, age matter, age affect, age
        play, age a factor, age a risk, age increase, age cause, does age, age group, what age, get older, being older, too young, teenage
        pregnancy, teenage mothers, teen pregnancy
    """,
    "weight": """
        obese, overweight, bmi, body mass, lose weight, weight loss, weight gain, gain weight, my weight, body weight, being fat, skinny,
        plus size, bariatric, heavy women, being tall
    """,
    "race": """
        by race, does race, what race, which race, certain race, race affect, race matter, race play, racial, ethnicity, black women,
        african american, asian women, hispanic, latina, white women, caucasian
    """,
    "stress": """
        can stress, does stress, could stress, is stress, stress cause, stress affect, stressed, too much stress, being stressed, from
        stress, by stress, because of stress, emotional stress, stress level, under stress, work stress
    """,
    "self": """
        own cervix, at home test, check myself, by myself, check it myself, feel it myself, examine myself, check at home, test at home,
        test for it at home, home test, home kit, test kit, self exam, self examination, self check, self test, do it myself, do it at home,
        treat it at home, treat at home, treat myself, without seeing a doctor, with my finger
    """,
    "conceiving": """
        getting pregnant, conceive, fertility, infertility, ttc, ivf, before trying, trying again, fall pregnant, falling pregnant, become
        infertile, trying for, try for a, try for another, start trying, try to have another, iui, embryo, embryo transfer, ovulate,
        contraception, birth control, periods return, period come back, surrogate, surrogacy, adopt
    """,
    "recurrence": """
        happen in every, happen every, happen each, chance of it happening again, chance of this happening again, odds of it happening
        again, risk of it happening again, does it recur, will it recur, recurrence rate, recurrence risk, risk of recurrence, chance of
        recurrence, come back next, all future pregnancies, all my pregnancies, next pregnancy too, chance of happening again, every single
        pregnancy, what are the chances of it happening again, what are the chances of this happening again, what are the odds of it
        happening again, what is the chance of it happening again, what is the chance of this happening again, what is the risk of it
        happening again
    """,
    "repeat": """
        done twice, done again, done more than once, placed again, placed twice, put in again, put back in, put back, have it twice, have it
        more than once, how many times can, be repeated, need to be repeated, repeat it, redo, redone, replaced, do it again, a second one,
        another one put, have another one, second stitch, double stitch, need another one
    """,
    "progression": """
        how fast, how quickly, how rapidly, how suddenly, how slowly, worsen, progress quickly, progress fast, progress so, it progress,
        progress to, rate of progression, deteriorate, slow it down, speed it up, all of a sudden, progressively worse
    """,
    "reversal": """
        reverse, irreversible, undo, longer again, get longer, grow longer, lengthen, grow back, close again, close back, close up again,
        close up, shut again, close on its own, heal on its own, better on its own, heal itself, fix itself, correct itself, repair itself,
        close itself, go away, goes away, disappear, resolve, strengthen, get stronger, make it stronger, stronger again, go back to, goes
        back to, go back up, change back, improve on its own, outgrow, tighten it, tighten up, tighten my, tighten again, go back to normal
        length
    """,
    "twins": """
        with twins, twin pregnancy, carrying twins, in twins, for twins, having twins, are twins, do twins, can twins, expecting twins,
        twins and, twins cause, twin gestation, triplets, quadruplets, multiple pregnancy, multiple gestation, multiple births, more than
        one baby, singleton, multifetal
    """,
    "norm": """
        normal range, normal length, normal size, normal value, normal level, normal measurement, reference range, how many mm, how many cm,
        how many centimeters, how many millimeters, how many inches, in mm, in cm, what length, which length, what measurement, average
        length, average size, average measurement, cut off, cutoff, threshold, length chart, growth chart, percentile, how short, how thin,
        how small, how wide, how high, how low, how open, how large, considered short, considered normal, considered low, considered high,
        considered too, what counts as, classed as, what is normal, what's normal, whats normal, what is a normal, what's a normal, is a
        good number, a good length, should it measure, should it be at, supposed to measure, supposed to be at, week by week, at each week,
        for each week, measurements by week, length by week, chart of, how long is a normal, how long is the normal, how long is normal, how
        long should a normal, how long should the normal, how long should it be, how long should it measure, how long is it supposed to be,
        too dilated, how dilated is too
    """,
    "size of risk": """
        how much more likely, how many times more, by how much, relative risk, absolute risk, odds ratio, how big is the risk, how high is
        the risk, how big a risk, how great is the risk, how large is the risk, how much risk, how much higher, how much lower, how much
        does it increase, how much does it raise, how much does it reduce, how much does it lower, how much does it cut, exact risk,
        percentage risk, risk percentage, percent risk, risk in percent, times more likely, times higher
    """,
    "accuracy": """
        false positive, false negative, false alarm, sensitivity of, sensitivity and, specificity of, predictive value, detection rate, how
        certain is, how certain are, scan be wrong, scan wrong, test be wrong, test wrong, ultrasound be wrong, ultrasound wrong, results be
        wrong, results wrong, doctor be wrong, they be wrong, it be wrong, scan miss, test miss, ultrasound miss, doctors miss, they miss
        it, be missed, was missed, overlooked, be trusted, accuracy of ultrasound, accuracy of the test, accuracy of the scan, test
        accurate, scan accurate, ultrasound accurate, results accurate, test reliable, scan reliable, ultrasound reliable, results reliable,
        how accurate are, how accurate is ultrasound, how accurate is the ultrasound, how accurate is an ultrasound, how accurate is the
        scan, how accurate is a scan, how accurate is the test, how accurate is the measurement, how accurate is measuring, how accurate is
        it, how reliable are, how reliable is ultrasound, how reliable is the scan, how reliable is the test, how reliable is it, how
        reliable is measuring
    """,
    "brand": """
        brand, brand name, generic, generic name, trade name, manufacturer, fda, made of, made from, what material, which material, suture
        material, what thread, which thread, type of thread, type of suture, kind of thread, kind of suture, tape, monofilament, braided,
        what needle, mesh
    """,
    "technique": """
        surgical technique, operative technique, steps of the procedure, steps of the operation, steps of the surgery, surgical steps, step
        by step procedure, instruments, scalpel, laparoscopic, robotic, keyhole, how big is the cut, leave a scar
    """,
    "delivery": """
        have a c section, need a c section, c section with, deliver vaginally, vaginal birth after, mode of delivery, induction, be induced,
        go into labor, into labor, need a cesarean, have a cesarean, have cesarean, cesarean or, or cesarean, require a cesarean, require
        cesarean, or c section, c section or, vaginal or, give birth normally, give birth naturally, give birth vaginally, deliver normally,
        deliver naturally, natural birth, normal delivery, normal birth, natural delivery, vaginal delivery, vaginal birth, birth plan,
        water birth, home birth, vbac, getting induced, labor be, labor shorter, faster labor, quick labor, shorter labor, labor go, labor
        last, go overdue, past my due date, route of delivery, method of delivery, how will i deliver, how will i give birth, how do i give
        birth
    """,
    "feelings": """
        cope, grief, grieving, crying, support group, depressed, anxiety, get through it, only positive, things to do when, get through
        this, get over it, move on from, moving on, mourn, bereaved, funeral, burial, keepsake, mental health, ptsd, panic attack, guilt,
        forgive myself, psychologist, therapist, forum, online community, charity, helpline, peer support, emotional support, emotionally,
        support my wife, support my partner, support my daughter, support my sister, support my friend, support her, comfort her, comfort
        my, what do i say, what to say to, tell my family, tell my kids, tell my children, as a husband, as a partner, as a father, boredom,
        pass the time, lonely, rainbow baby, marriage, grief counseling, bereavement counseling, memorial service, bury my, bury the baby,
        my relationship, our relationship, our marriage
    """,
    "code": "icd, icd 10, icd10, cpt, billing code, snomed, diagnosis code, procedure code, dx code, code for, hcpcs, drg, mesh term",
    "law": """
        legal, sue, malpractice, lawyer, maternity leave, disability leave, disability pay, disability benefit, disability payments, short
        term disability, on disability, file for disability, get disability, sick note, sick pay, fmla, boss, employer, sack me, sacked,
        lawsuit, attorney, solicitor, negligence, compensation, sick leave, medical leave, paid leave, unpaid leave, parental leave, fit
        note, doctor's note, note for work, discrimination, my rights, patient rights, rights at work, get fired, fire me, fired, maternity
        pay, maternity allowance, human resources, doctor's note for, get a doctor's note
    """,
    "descent": """
        inherit, pass it on, passed on, my daughter get, my daughter have, passed down, pass it down, pass this on, pass it to, run in the
        family, runs in my family, gene, my mother had it, my mom had it, my mum had it, my sister had it, mother to daughter, genetic test,
        genetic counseling, hereditary, heredity, run in families
    """,
    "guideline": """
        guideline, acog, rcog, figo, smfm, nice guideline, nice recommend, nice say, nhs say, nhs recommend, cdc, world health organization,
        official recommendation, official advice, protocol, position statement, committee opinion, college of obstetricians, national policy
    """,
    "breastfeeding": "breastfeed, breastfeeding, breast feed, breast milk, breastmilk, lactation, pump milk, formula milk",
    "vaccine": "vaccine, flu shot, covid, coronavirus",
    "contagion": """
        contagious, infectious, is it catching, spread to others, give it to others, give it to my, catch it from, sexually transmitted,
        quarantine
    """,
    "not pregnant": """
        when not pregnant, if not pregnant, when you are not pregnant, when you're not pregnant, when i'm not pregnant, outside of
        pregnancy, outside pregnancy, between pregnancies, menopause, postmenopausal, never been pregnant, without being pregnant
    """,
    "men": "can men, can a man, can a male, can males, do men, in men, in males, affect men, happen to men",
    "animal": """
        in dogs, my dog, dogs, in cats, my cat, cats get, cow, in cattle, cattle, horse, mare, sheep, ewe, goat, pig, rabbit, mice, animal,
        pet, veterinary, veterinarian
    """,
    "amusement": """
        joke, meme, riddle, haiku, poem, lyrics, song, youtube, tiktok, documentary, podcast, movie, celebrity, famous people, famous women,
        horoscope
    """,
}
"""Aspects that only a sentence tells."""

EVIDENCE = {
    "year": r"\b(?:19|20)\d\d\b",
    "week": r"\d\+?\d? weeks\b",
    "time": r"\d\+?\d? weeks\b",
    "frequency": r"\d ?%|\b\d+ in \d+",
}
"""Figures by which a text tells an aspect without naming it."""

TURNED = ("cause", "cause", "consequence")
"""A verb, what it asks for after "what", and what it asks for after the subject: what causes it, what it causes."""
