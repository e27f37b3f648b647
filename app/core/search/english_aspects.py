"""What an English question can ask about something: the words that tell it, in a question and in the text that answers it.

Each aspect has phrases, parted by commas. The headings of nearly every medical article tell the aspects of the first group; those of the
second are told, if at all, in a sentence.
"""

HEADED = {
    "": "diagnosed with, been diagnosed, was diagnosed, nursing diagnosis, nursing diagnoses, no treatment, after treatment",
    "definition": """
        what is, what are, what does, mean, medical term, same thing as, another name, other name, called, what's, whats, define,
        definition, meaning, mean by, what kind of, explain, description, describe, overview, pathophysiology
    """,
    "cause": """
        cause, caused, causing, why, reason, due to, because, leads to, led to, etiology, bring on, come from, comes from, to blame, my
        fault, risk factor, risk factors, risk, at risk, high risk, higher risk, highest risk, greatest risk, risk for, raise the risk,
        increase the risk, increase the risk of, increase risk, increase risk of, higher risk of, raise the risk of, predispose,
        predisposing, who gets, who is, likely to get, likely to have, most likely to, more likely, prone, chances of getting, linked,
        link, contribute, contributing, associated with, result of, hereditary, genetic, run in families, affect my cervix, damage,
        damaged, weaken, how did this happen, anything to do with, make you, matters, could it be, could that be, was it the, end up
        with, down to
    """,
    "sign": """
        symptom, sign, feel like, feels like, warn, warning, clue, how would i know, how do i know, know if i, how will i know, how do
        you know if, tell if i, notice, presents, presentation, presenting, finding, feeling, look out for, watch for, watch out for,
        red flag, manifestation, clinical features, indicate, indicator, report to, to report, may report, suspect, characteristic of
    """,
    "test": """
        test, tested, diagnose, diagnosis, diagnostic, detect, how do they know, find out, found out, pick up, picked up, screen,
        screening, check for, checked, scan, assess, assessment, evaluate, evaluation, measure, how do they tell, how they tell, how can
        they tell, how do doctors tell, confirm, rule out, exam, examination, ultrasound, work up, workup, identify, how is it found,
        decide if i, based on, proves you
    """,
    "treatment": """
        treat, treatment, manage, management, therapy, cure, fix, fixable, remedy, intervention, option, what can be done, what can they
        do, what can i do, what can we do, anything i can do, anything they can do, anything that can be done, what to do, do about,
        what do they do, what will they do, what should i do, what should be done, plan of care, care plan, next step, helps, prolong,
        keep the baby in, hold the baby in, initial management, medicine, drug, save my baby, save the baby, still carry, can i have a
        baby, can i ever have a baby, ever have a baby, ever have kids, carry to term, full term, go to term, make it to term, carry a
        baby, carry a pregnancy to term, healthy baby, healthy pregnancy, keep this baby, keep the pregnancy, stay pregnant, make it
        better
    """,
    "prevention": """
        prevent, prevention, preventable, avoid, avoidable, reduce the risk, lower the risk, reduce my risk, lower my risk, cut the
        risk, reduce the chance, lower the chance, stop it happening, stop this happening, stop it from, keep it from, so it does not
        happen, so it doesn't happen, prophylaxis, protect, can i do to prevent, so my cervix does not, so that i don't, stop my cervix
    """,
    "consequence": """
        complication, consequence, what happens if, what happens when, what will happen, what could happen, what can happen, what might
        happen, happen to, happens to, outcome, danger, dangerous, risks of, risks to, the risks, are there risks, any risks, risks
        associated, risks associated with, are there risks associated with, risk to, effects of, effect of, effects on, effect on,
        affect the baby, affect my baby, harm, prognosis, untreated, not treated, if left, just leave it, lead to, result in, ends in,
        bad for, serious, die, lose the baby, losing the baby, lose my baby, losing my baby, baby okay, baby ok
    """,
    "frequency": """
        how common, is it common, is this common, how rare, is it rare, how often does it, how many women, how many people, how many
        pregnancies, incidence, prevalence, percent, percentage, statistics, stats, odds, how likely, how frequent, frequency, one in,
        out of 100, rate of, proportion, epidemiology, number of women, what are the chances
    """,
    "time": """
        when is, when do, when does, when are, when will, when would, when should, when can, what week, which week, what weeks, which
        weeks, how many weeks, how far along, how early, how late, how soon, at what point, what time, what stage, which trimester, what
        trimester, timing, too late for, too early for, earliest, latest, best time
    """,
}
"""Aspects that an article's headings and questions name. The first entry holds phrases that ask for nothing."""

TOLD = {
    "duration": """
        how long does, how long do, how long is, how long will, how long after, how long until, how long before, how long for, for how
        long, how long can, how long should i, how long would, how long did, how long have, how many days, how many months, how many
        hours, how many minutes, how many years, duration, how much longer, interval, wait before, wait after
    """,
    "amount": """
        dose, doses, dosage, dosing, mg, mgs, milligrams, how much, grams, ml, twice a day, once a day, per night, per day, a night,
        double up, how many stitches, how many times, how often should, how often do, how often will, how often are, how often is, how
        often can, every week or
    """,
    "year": "what year, which year",
    "week": """
        what week, which week, what weeks, which weeks, how many weeks, up to what week, by what week, until what week, average
        gestation
    """,
    "success": """
        success, successful, success rate, successfully, effective, effectiveness, efficacy, how well, does it work, do they work, does
        the stitch work, really work, actually work, works better, work better, failure rate, failed stitch, good outcome, good
        outcomes, success stories, positive stories, worth it, has the evidence, evidence for, proof that, proven to, a myth, chance of
        working, still work, stop working
    """,
    "side effect": """
        side effect, side effects, adverse, is it safe, safe to, safe for, how safe, safety, unsafe, contraindication, contraindicated,
        interaction, interactions, drawbacks, disadvantages, downsides, risks of having, risk of having, risks of the stitch, risks of a
        stitch, risks of cerclage, complications of cerclage, complications of a, can a stitch, harm my baby, harm the baby, tear
        through, risks and side
    """,
    "removal": """
        remove, removed, removal, removing, taken out, take out, take it out, takes it out, taking it out, taking out, stitch out,
        stitches out, undone
    """,
    "recovery": """
        recover, recovery, recovering, heal, healing, healed, aftercare, after care, back to normal, downtime, post op, postoperative,
        after the operation
    """,
    "cost": "cost, costing, price, pay, paid, expensive, cheap, afford, insurance, insured, bill, free of charge, covered by my",
    "anesthesia": "anesthetic, anesthesia, epidural, spinal, sedation, sedated, awake, asleep, put under, knocked out, put to sleep",
    "pain": """
        put in painful, does it hurt when they, does it hurt to have, how painful, pain relief, painkiller, painkillers, is it painful
        to, procedure painful, sore after
    """,
    "stay": """
        hospital stay, stay in hospital, overnight, same day, day case, go home, sent home, outpatient, inpatient, discharged, admitted,
        admission, hospitalised, hospitalized, nicu stay, stay in nicu
    """,
    "performer": """
        who does, who performs, who puts, which doctor, which hospital, what kind of doctor, which specialist, where can i get, where is
        it done, put in the cerclage or
    """,
    "survival": """
        survive, survival, viable, viability, will he make it, will she make it, will it make it, will they make it, make it if, chance
        of living, mortality, death rate, life expectancy, cerebral palsy, long term problems, learning problems
    """,
    "alternative": """
        alternative, alternatives, versus, vs, compared to, compared with, which is better, which one, better than, as good as
    """,
    "activity": """
        exercise, exercising, walk, walking, gym, yoga, swim, swimming, travel, travelling, flying, fly, driving, drive, stairs,
        housework, job, return to work, back to work, off work, go to work, hot bath, hot tub, shower, lifting heavy, heavy boxes, belly
        band, support band, full bladder
    """,
    "food": "eat, eating, food, diet, vitamin, vitamins, herbal, herbs, alcohol, coffee, caffeine, smoke, smoking, cigarettes",
    "self": "own cervix, at home test, home remedy, home remedies, naturally, check myself, by myself",
    "conceiving": """
        getting pregnant, get pregnant, conceive, conceiving, conception, fertility, infertility, infertile, ttc, ivf, before trying,
        trying again, fall pregnant
    """,
    "delivery": """
        have a c section, need a c section, c section with, deliver vaginally, vaginal birth after, mode of delivery, induction, be
        induced, go into labor, into labor
    """,
    "feelings": """
        cope, coping, grief, grieving, crying, support group, support groups, depressed, depression, anxiety, get through it, only
        positive, things to do when
    """,
    "code": "icd, icd 10, icd10, cpt, billing code, snomed",
    "law": "legal, sue, malpractice, lawyer, maternity leave, disability, sick note, sick pay, fmla, boss, employer, sack me, sacked",
    "descent": "inherit, inherited, pass it on, passed on, my daughter get, my daughter have",
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
