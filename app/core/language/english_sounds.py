"""English words that sound alike, so that one is written for the other: a pane in the back."""

SOUND_ALIKE = """
    allowed/aloud, ate/eight, aural/oral, ball/bawl, bare/bear, baring/bearing, be/bee, beat/beet, berth/birth, bight/bite, blew/blue,
    boarder/border, brake/break, braking/breaking, breach/breech, bread/bred, brews/bruise, buy/by, ceiling/sealing, cell/sell, cent/scent,
    cereal/serial, chews/choose, coarse/course, complement/compliment, council/counsel, crewel/cruel, currant/current, dam/damn, dew/due,
    doe/dough, dual/duel, fair/fare, feat/feet, find/fined, flea/flee, flecks/flex, flour/flower, flu/flue, fore/four, forth/fourth,
    gait/gate, grate/great, groan/grown, hail/hale, hair/hare, heal/heel, healed/heeled, hear/here, heard/herd, hoarse/horse, hole/whole,
    hour/our, key/quay, knead/need, kneads/needs, knew/new, knight/night, knot/not, laps/lapse, leach/leech, lead/led, leak/leek,
    lessen/lesson, loan/lone, loose/lose, loosing/losing, made/maid, mail/male, main/mane, meat/meet, medal/meddle, mince/mints,
    miner/minor, moan/mown, morning/mourning, muscle/mussel, muscles/mussels, mustard/mustered, naval/navel, none/nun, oar/ore, pail/pale,
    pain/pane, pains/panes, pair/pear, patience/patients, pause/paws, peace/piece, peal/peel, pedal/peddle, peer/pier, pi/pie, plain/plane,
    pleas/please, poor/pour, pores/pours, pray/prey, presence/presents, principal/principle, profit/prophet, rain/reign, raise/rays,
    rap/wrap, read/red, real/reel, rest/wrest, right/write, ring/wring, role/roll, root/route, rote/wrote, sail/sale, scene/seen,
    scraped/scrapped, seam/seem, sects/sex, serge/surge, sew/sow, side/sighed, signs/sines, sight/site, soar/sore, sole/soul, some/sum,
    son/sun, staid/stayed, stairs/stares, stake/steak, stationary/stationery, steal/steel, step/steppe, stile/style, straight/strait,
    sweat/sweet, tail/tale, tare/tear, taught/taut, tea/tee, team/teem, teas/tease, tense/tents, their/there, threw/through, throes/throws,
    thyme/time, tide/tied, toe/tow, tracked/tract, vain/vein, vale/veil, vane/vein, vanes/veins, wade/weighed, waist/waste, wait/weight,
    waive/wave, ware/wear, way/weigh, weak/week, which/witch, while/wile, whine/wine, wood/would, yore/your
"""
"""Words parted by strokes sound alike; a group ends with a comma."""
