"""What an English question can ask of daily life, people and papers that only a sentence tells; `english_aspects` says how phrases are chosen."""

LIFE = {
    "exercise": """
        exercise, walk, can i run, safe to run, go running, gym, yoga, pilates, swim, stairs, workout, work out at, working out, go for
        a run, jog, sport, dance, bike, bicycle, treadmill, zumba, squat, lift weights, kegel, pelvic floor, hike, gardening, cardio,
        athlete, ski, horse riding
    """,
    "travel": """
        travel, flying, driving, flight, airplane, aeroplane, plane, airport, trip, car ride, holiday, vacation, cruise, on a train, on
        a bus, long journey, abroad, seat belt, seatbelt, go on holiday, go on vacation
    """,
    "work": """
        job, return to work, back to work, go to work, time off, work from home, can i work, can i still work, able to work, allowed to
        work, keep working, continue working, should i stop working, have to stop working, when to stop working, stop work, light duty,
        night shift, shift work, standing all day, standing for long, prolonged standing, long hours, go to school, go to college, go
        back to work, went back to work, do my job, time off work, stay off work for, moved to the office, be moved to, desk job,
        desk work, office job, lighter duties, night shifts, night duty, shifts, as a carer, lifting people, lifting patients, on my
        feet all day, standing job, other teachers, on my knees all, my job is
    """,
    "bath": """
        hot bath, hot tub, take a bath, have a bath, bath, bathtub, take a shower, hot shower, sauna, jacuzzi, steam room, douche,
        wash my, hair dye, dye my hair, dentist, massage, heating pad, hot water bottle, can i shower, use a bidet, hair washed,
        swimming pool, soak in the bath
    """,
    "lifting": """
        lifting heavy, heavy boxes, heavy things, heavy objects, pick up my toddler, pick up my kids, pick up my child, carry my
        toddler, groceries, housework, chores, clean the house, laundry, cook, bend over, bending, belly band, support band, support
        belt, maternity belt, belly belt, lift my, lift a, lifting things, lift anything, how heavy, do the vacuuming, doing the
        vacuuming, hoovering, push a pram, push the pram, mop the floor, carry my two, carry my three, carry my son, carry my
        daughter, carry shopping, carry my shopping, carry my older, carry my other, carry boxes, may i carry, moving house, move
        house, carry furniture
    """,
    "position": """
        sleep on, sleep position, position to sleep, best position, which position, what position, which side, trendelenburg, bathroom
        privileges, pillow, bum or front, front or back, how to sleep, how should i sleep, side sleeping, left side sleep, sleep
        flat, sleep with, sleep on my
    """,
    "straining": """
        full bladder, sneeze, coughing, constipated, bowel movement, straining, hold my pee, holding pee, laughing, does
        constipation, can constipation, constipation make, can coughing, can sneezing, straining on the toilet
    """,
    "food": """
        eat, food, diet, dietary, nutrition, meal, fruit, pineapple, spicy, dairy, gluten, vegan, vegetarian, keto, drink more, drink
        water, hydration, dehydration, salt, sugar, put on weight, any food, what food, which food, foods, good for the cervix
    """,
    "vitamin": """
        folic acid, folate, omega 3, fish oil, probiotic, zinc, iron tablets, collagen powder, take collagen, dietary supplement,
        nutritional supplement, food supplement, supplements help, what supplements, which supplements, multivitamin, take vitamins,
        which vitamins, what vitamins, prenatal vitamins, vitamins help
    """,
    "herb": """
        herbal, herbs, herbal tea, natural remedy, naturally, natural treatment, natural way, home remedy, homeopathy, homeopathic,
        acupuncture, acupressure, chinese medicine, ayurveda, ayurvedic, essential oils, castor oil, cbd, primrose oil, raspberry leaf,
        turmeric, ginger, chiropractor, chiropractic, reflexology, hypnosis, meditation, prayer, wild yam, raspberry tea, old
        remedies, aromatherapy
    """,
    "alcohol": "alcohol, wine, beer, drinking alcohol, drunk",
    "caffeine": "coffee, caffeine, energy drink",
    "smoking": """
        smoker, cigarettes, tobacco, vape, nicotine, weed, marijuana, cannabis, cocaine, recreational drugs, does smoking, smoking
        cause, can i smoke, quit smoking
    """,
    "age": """
        my age, too old, older women, older mothers, older moms, old women, maternal age, over 35, over 40, age matter, age affect,
        age play, age a factor, age a risk, age increase, age cause, does age, age group, what age, get older, being older, too
        young, teenage pregnancy, teenage mothers, teen pregnancy, is it my age, is it because i'm 41, because of my age, because i
        am old, at 42, i'm 41, i'm 42, i'm 43, i'm 44, im 41, im 42, im 43
    """,
    "weight": """
        obese, overweight, bmi, body mass, lose weight, weight loss, weight gain, gain weight, my weight, body weight, being fat,
        skinny, plus size, bariatric, heavy women, being tall, very tall, very thin, too thin, being thin, being short, being slim,
        very slim, too tall
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
        own cervix, at home test, check myself, by myself, check it myself, feel it myself, examine myself, check at home, test at
        home, test for it at home, home test, home kit, test kit, self exam, self examination, self check, self test, do it myself,
        do it at home, treat it at home, treat at home, without seeing a doctor, feel with my finger, with my own finger, own
        fingers
    """,
    "twins": """
        with twins, twin pregnancy, carrying twins, in twins, for twins, having twins, are twins, do twins, can twins, expecting twins,
        twins and, twins cause, twin gestation, triplets, quadruplets, multiple pregnancy, multiple gestation, multiple births, more
        than one baby, singleton, multifetal, two in there, there are two, two babies in, expecting two, carrying two, in twins or,
        with two babies, twins or, twin boys, twin girls, stitch with two, with two in, twin babies
    """,
    "sexual life": """
        orgasm, orgasms, masturbate, masturbation, oral sex, anal sex, sex toy, sex toys, vibrator, condom, libido, sex drive, have sex
        again, sex again, ok again after, safe again after
    """,
    "feelings": """
        cope, grief, grieving, crying, support group, depressed, anxiety, get through it, only positive, things to do when, get through
        this, get over it, move on from, moving on, mourn, bereaved, funeral, burial, keepsake, mental health, ptsd, panic attack,
        guilt, forgive myself, psychologist, therapist, forum, online community, charity, helpline, peer support, emotional support,
        emotionally, support my wife, support my partner, support my daughter, support my sister, support my friend, support her,
        comfort her, comfort my, what do i say, what to say to, tell my family, tell my kids, tell my children, as a husband, as a
        partner, as a father, boredom, pass the time, lonely, rainbow baby, marriage, grief counseling, bereavement counseling, memorial
        service, bury my, bury the baby, my relationship, our relationship, our marriage, bored, trauma counseling, birth trauma
        counseling, counselor, debrief, miscarriage support, loss support, support after a loss, wont talk about, won't talk about,
        partner wont talk, husband wont talk, what to write on, write in a card, write on a card, say to her, say to him, say to
        them, say to a friend, say to my, what can i say, what should i say, what do you say, ever pass, get better with time, stop
        hurting inside, hate pregnant women, look at pregnant women, going mad, go mad, stay sane, keep busy, keep sane, going
        crazy, what do i tell my, how do i tell my, people asking, people ask about, deal with people
    """,
    "code": "icd, icd 10, icd10, cpt, billing code, snomed, diagnosis code, procedure code, dx code, code for, hcpcs, drg, mesh term",
    "law": """
        legal, sue, malpractice, lawyer, maternity leave, disability leave, disability pay, disability benefit, disability payments,
        short term disability, on disability, file for disability, get disability, sick note, sick pay, fmla, boss, employer, sack me,
        sacked, lawsuit, attorney, solicitor, negligence, compensation, sick leave, medical leave, paid leave, unpaid leave, parental
        leave, fit note, doctor's note, note for work, discrimination, my rights, patient rights, rights at work, get fired, fire me,
        fired, maternity pay, maternity allowance, human resources, doctor's note for, get a doctor's note, suing, sued, complaint
        against, make a complaint, compensation claim, termination law, abortion law, the law, by law, legally, complain to, can i
        complain, complaint about, who can i complain
    """,
    "descent": """
        inherit, pass it on, passed on, father's side, mother's side, dad's side, mum's side, mom's side, my daughter get, my daughter
        have, passed down, pass it down, pass this on, pass it to, run in the family, runs in my family, gene, my mother had it, my mom
        had it, my mum had it, my sister had it, mother to daughter, genetic test, genetic counseling, hereditary, heredity, run in
        families, grandchildren, third generation, granddaughters, next generation, can my sister have, will my sister have, could
        my sister have, sister have it too, daughter have it too, daughter have a weak, daughter have one, daughter get it, daughter
        inherit, daughters get it, daughter be affected, which gene, what gene, is there a gene, gene test, will our girls, our
        girls have, will my girls, our daughters, girls have it
    """,
    "guideline": """
        guideline, acog, rcog, figo, smfm, nice guideline, nice recommend, nice say, nhs say, nhs recommend, cdc, world health
        organization, official recommendation, official advice, protocol, position statement, committee opinion, college of
        obstetricians, national policy, royal college, american college, the rules, what do the colleges, rules differ, hospitals
        differ, clinics differ
    """,
    "breastfeeding": """
        breastfeed, breastfeeding, breast feed, breast milk, breastmilk, lactation, pump milk, formula milk, i pump, pump eight,
        pumping, milk come in, my milk, more milk, milk supply
    """,
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
        in dogs, my dog, dogs, in cats, my cat, cats get, cow, in cattle, cattle, horse, mare, sheep, ewe, goat, pig, rabbit, mice,
        animal, pet, veterinary, veterinarian
    """,
    "amusement": """
        joke, meme, riddle, haiku, poem, lyrics, song, youtube, tiktok, documentary, podcast, movie, celebrity, famous people, famous
        women, horoscope
    """,
    "baby weight": """
        baby weigh, babies weigh, how big is the baby, how big is my baby, how big is a baby, how big should the baby, size of the baby,
        baby should weigh, weigh at
    """,
    "help at home": """
        looks after my, look after my, who will look after, who looks after, babysitter, who watches my, help at home, take care of my
        kids, take care of my toddler, childcare, child care, school run, nursery run, look after the kids, watch the kids, mind the
        kids
    """,
    "older name": """
        older name, old name, call it that anymore, called that anymore, use that word, use that term, use the term, stopped using the
        term, don't they say, don't they call, don't people say, say it anymore, people still say, still say, still call it, still
        called, do they still call, still use that name, still use the name
    """,
    "this reference": """
        this app, this application, the app, this page, this article, this reference, this website, this information, read here, read on
        here, read in here, information guaranteed, guaranteed accurate, guaranteed correct, guaranteed to be correct,
        guaranteed true, says here, it says here, app says, app say, says on here, written here, told here
    """,
}
