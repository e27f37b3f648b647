/* Finds as the program does: understand what was typed, measure every entry, say which answer and which are only near.
   The index and every number come from the program (app/core/search/export.py); here stands only what is done with them, in the same order and
   under the same names as in app/core/search. ECMAScript 5, nothing loaded. */
var finder = (function () {
    "use strict";

    /* --- comparing words: no case, no accents, one kind of dash, no invisible characters --- */

    var ALONE = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";
    var LETTERS = "0-9A-Za-z\\u00aa\\u00b2\\u00b3\\u00b5\\u00b9\\u00ba\\u00bc-\\u00be\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02c1\\u0300-\\u037d" +
        "\\u037f-\\u0386\\u0388-\\u0589\\u0591-\\u05bd\\u05bf-\\u0605\\u0610-\\u061a\\u0620-\\u0669\\u066e-\\u06d3\\u06d5-\\u1fbc\\u2c00-\\u2dff" +
        "\\u3100-\\ud7ff\\uf900-\\ufaff\\ufb00-\\ufb4f\\ufb50-\\ufdfb\\ufe70-\\ufefc";
    var HIDDEN = "\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff";
    var WORD = new RegExp("[" + ALONE + "]|(?:(?![" + ALONE + "])[" + LETTERS + "])(?:(?![" + ALONE + "])[" + LETTERS + HIDDEN + "])*", "g");
    var MARKS = new RegExp("[\\u0300-\\u036f\\u0591-\\u05bd\\u0610-\\u061a\\u064b-\\u065f\\u0670" + HIDDEN + "]", "g");
    var SAME = [[/\u0131/g, "i"], [/\u0237/g, "j"], [/\u00f0/g, "d"], [/\u00fe/g, "th"], [/\u0127/g, "h"], [/\u0167/g, "t"], [/\u00e6/g, "ae"], [/\u0153/g, "oe"], [/\u00f8/g, "o"], [/\u0142/g, "l"], [/\u0111/g, "d"], [/\u00df/g, "ss"], [/\u03c2/g, "\u03c3"],
        [/[\u2018\u2019\u02bc]/g, "'"], [/[\u2010-\u2014\u2212]/g, "-"]];

    function fold(text) {
        var folded = text.toLowerCase();
        if (/^[\x00-\x7f]*$/.test(folded)) { return folded; }
        SAME.forEach(function (pair) { folded = folded.replace(pair[0], pair[1]); });
        return folded.normalize ? folded.normalize("NFKD").replace(MARKS, "") : folded;
    }

    /* Words with where they stand in the text. */
    function words(text) {
        var found = [], match, folded;
        WORD.lastIndex = 0;
        while ((match = WORD.exec(text)) !== null) {
            folded = fold(match[0]);
            if (folded) { found.push({ folded: folded, start: match.index, end: match.index + match[0].length }); }
        }
        return found;
    }

    /* --- words that were broken at the end of a line where they were copied --- */

    var BREAK = "[-\\u2010\\u2011\\u00ac\\u00ad]\\s*|\\u200b";
    var BROKEN = new RegExp("[" + LETTERS.slice(3) + "]+(?:(?:" + BREAK + ")[" + LETTERS.slice(3) + "]+)*", "g"), MOST_PIECES = 4;

    /* A text with its broken words put together, where that makes a known word: "pre- and" stays, and so does "bed-rest". */
    function whole(text, isKnown) {
        return text.replace(BROKEN, function (broken) {
            var pieces = broken.split(new RegExp(BREAK)), breaks = (broken.match(new RegExp(BREAK, "g")) || []).concat([""]), made = "", at = 0, end;
            var allKnown = function (from, to) { return pieces.slice(from, to).every(function (piece) { return isKnown(fold(piece)); }); };
            var isOne = function (from, to) {
                return isKnown(fold(pieces.slice(from, to).join(""))) &&
                    !(breaks.slice(from, to - 1).every(function (mark) { return /^[-\u2010\u2011]$/.test(mark); }) && allKnown(from, to));
            };
            while (at < pieces.length) {
                end = Math.min(pieces.length, at + MOST_PIECES);
                while (end > at + 1 && !isOne(at, end)) { end -= 1; }
                made += pieces.slice(at, end).join("");
                if (breaks[end - 1] === "\u200b") {
                    made += allKnown(end - 1, end + 1) ? " " : "";
                } else {
                    made += breaks[end - 1];
                }
                at = end;
            }
            return made;
        });
    }

    /* --- small helpers: lists without doubles, tables, sums --- */

    var table = function () { return Object.create(null); };
    var has = function (list, value) { return list.indexOf(value) >= 0; };
    var isDigits = function (word) { return /^[0-9]+$/.test(word); };
    var once = function (list) { return list.filter(function (value, at) { return list.indexOf(value) === at; }); };
    var max = function (list, otherwise) { return list.length ? Math.max.apply(null, list) : otherwise; };
    var sum = function (list) { return list.reduce(function (total, value) { return total + value; }, 0); };
    var part = function (text) { return text ? text.split(" ") : []; };

    function set(list) {
        var made = table();
        list.forEach(function (value) { made[value] = true; });
        return made;
    }

    function numbers(found) { return Object.keys(found).map(Number).sort(function (one, other) { return one - other; }); }

    /* Lines of a key and its words, of which those that begin like it have a plus sign instead: what each word's key is, into `keys`, and the
       words of each key. */
    function readLines(text, keys) {
        var made = table();
        (text ? text.split("\n") : []).forEach(function (line) {
            var all = line.split(" "), key = all[0];
            made[key] = all.slice(1).map(function (word) { return word.charAt(0) === "+" ? key + word.slice(1) : word; });
            made[key].forEach(function (word) { keys[word] = key; });
        });
        return made;
    }

    /* --- slips of the finger and the ear --- */

    /* How many letters were left out, added, changed or exchanged with a neighbour (Damerau and Levenshtein). */
    function distance(one, other) {
        var last = table(), rows = [], far = one.length + other.length, at, to, before, matched, from;
        for (at = 0; at <= one.length + 1; at += 1) { rows.push([far, at ? at - 1 : far]); }
        for (to = 0; to <= other.length; to += 1) {
            rows[0][to + 1] = far;
            rows[1][to + 1] = to;
        }
        for (at = 1; at <= one.length; at += 1) {
            matched = 0;
            for (to = 1; to <= other.length; to += 1) {
                before = last[other.charAt(to - 1)] || 0;
                from = matched;
                if (one.charAt(at - 1) === other.charAt(to - 1)) { matched = to; }
                rows[at + 1][to + 1] = Math.min(
                    rows[at][to] + (matched === to ? 0 : 1), rows[at + 1][to] + 1, rows[at][to + 1] + 1,
                    rows[before][from] + (at - before - 1) + 1 + (to - from - 1)
                );
            }
            last[one.charAt(at - 1)] = at;
        }
        return rows[one.length + 1][other.length + 1];
    }

    /* How alike two words are (0 to 1), their beginnings above all (Jaro and Winkler). */
    function likeness(one, other) {
        var reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
        var taken = [], first = [], second = [], at, to, alike, same = 0;
        for (at = 0; at < one.length; at += 1) {
            for (to = Math.max(0, at - reach); to <= Math.min(other.length - 1, at + reach); to += 1) {
                if (!taken[to] && one.charAt(at) === other.charAt(to)) {
                    taken[to] = true;
                    first.push(one.charAt(at));
                    break;
                }
            }
        }
        if (!first.length) { return 0; }
        for (to = 0; to < other.length; to += 1) { if (taken[to]) { second.push(other.charAt(to)); } }
        at = first.filter(function (letter, number) { return letter !== second[number]; }).length;
        alike = (first.length / one.length + first.length / other.length + (first.length - Math.floor(at / 2)) / first.length) / 3;
        if (alike > 0.7) {
            while (same < Math.min(4, one.length, other.length) && one.charAt(same) === other.charAt(same)) { same += 1; }
            alike += same * 0.1 * (1 - alike);
        }
        return alike;
    }

    /* How English letters sound (metaphone): what stands at a place, what it sounds like, how many letters that takes; the first rule counts.
       `before` is looked for in the letters before. */
    var SOUNDS = [
        [/^([^c])\1/, ""],
        [/^[aeiou]/, "", 1, /./], [/^[aeiou]/, null],
        [/^b$/, "", 1, /m$/], [/^b/, "b"],
        [/^cia/, "x", 2], [/^ch/, "x", 2], [/^c[iey]/, "s", 2], [/^c/, "k"],
        [/^dg[iey]/, "j", 3], [/^d/, "t"],
        [/^[fjlmnr]/, null],
        [/^gn$/, "", 2], [/^g[iey]/, "j"], [/^gh(?![aeiou])/, "", 2], [/^g/, "k"],
        [/^h(?=[aeiou])/, "h"], [/^h/, "", 1, /[aeiou]$/], [/^h/, "h"],
        [/^k/, "", 1, /c$/], [/^k/, "k"],
        [/^ph/, "f", 2], [/^p/, "p"], [/^q/, "k"],
        [/^sh/, "x", 2], [/^si[oa]/, "x", 3], [/^s/, "s"],
        [/^ti[oa]/, "x"], [/^th/, "0", 2], [/^tch/, ""], [/^t/, "t"],
        [/^v/, "f"],
        [/^wh/, "w", 2, /^$/], [/^w[aeiou]/, "w"], [/^w/, ""],
        [/^x/, "ks", 1, /./], [/^x(?=h|i[oa])/, "x"], [/^x/, "s"],
        [/^y[aeiou]/, "y"], [/^z/, "s"]
    ];

    function sound(word) {
        var letters = word.replace(/^(?:kn|gn|pn|wr|ae)/, function (two) { return two.charAt(1); }), told = "", at = 0, rule;
        if (!/^[\x00-\x7f]*$/.test(letters)) { return word; }
        var fits = function (one) { return one[0].test(letters.slice(at)) && (!one[3] || one[3].test(letters.slice(0, at))); };
        while (at < letters.length) {
            rule = SOUNDS.filter(fits)[0];
            told += !rule ? "" : rule[1] === null ? letters.charAt(at) : rule[1];
            at += rule && rule[2] || 1;
        }
        return told;
    }

    /* --- the search --- */

    function make(data, tellsDanger) {
        var of = data.constants, q = of.query, r = of.ranking, e = of.engine, s = of.spelling, a = of.aspects, m = of.model;
        var keyOf = table(), forms, spellings, variants, sounds = table(), heardBefore = table();
        var lists = { small: 0, neutral: 0, generic: 0, filler: 0, particles: 0, widened: 0, ordinary: 0, weeks: 0, wordEndings: 0, headed: 0, told: 0, subject: 0, named: 0, onlyAsked: 0, lone: 0, common: 0, ofSubject: 0, comparing: 0, asking: 0, neutralKeys: 0, skipped: 0, opening: 0, askingWords: 0, halves: 0 };
        Object.keys(lists).forEach(function (name) { lists[name] = set(typeof data[name] === "string" ? part(data[name]) : data[name]); });
        forms = readLines(data.forms, keyOf);
        variants = readLines(data.variants, keyOf);
        spellings = readLines(data.spellings, keyOf);

        var keys = part(data.keys), isKey = set(keys), postings = table(), rarity = table(), telling = table(), phrasesWith = table();
        keys.forEach(function (key, number) {
            var flat = data.postings[number], found = {}, at;
            for (at = 0; at < flat.length; at += 2) { found[flat[at]] = data.worths[flat[at + 1]]; }
            if (flat.length) {
                postings[key] = found;
                rarity[key] = data.rarity[number];
            }
            if (data.telling[number]) { telling[key] = data.telling[number]; }
        });
        var phrases = data.phrases.map(function (flat, number) {
            var of_ = flat.slice(1).map(function (at) { return keys[at]; });
            of_.forEach(function (key) { (phrasesWith[key] = phrasesWith[key] || []).push(number); });
            return { entry: flat[0], weight: sum(of_.map(function (key) { return telling[key]; })) };
        });
        var numberOf = table();
        keys.forEach(function (one, number) { numberOf[one] = number; });
        var readPairs = function (text) {
            var made = {}, last = 0;
            part(text).forEach(function (step) { made[last += parseInt(step, 36)] = true; });
            return made;
        };
        var pairs = data.pairs.map(readPairs), statedPairs = data.statedPairs.map(readPairs);
        var stated = data.stated.map(function (flat) { return set(flat.map(function (at) { return keys[at]; })); });
        var articleWords = set(data.words.map(function (at) { return keys[at]; }));
        var terms = data.terms.map(function (row) { return { number: row[0], size: row[1].length, keys: set(row[1]), isOwn: row[2] }; });
        var entries = data.entries;
        entries.forEach(function (entry) { entry.folded = [fold(entry.lead), fold(entry.title), fold(entry.text)]; });

        var meanings = table(), capitals = table(), longest = 1, longestFrom = table();
        data.synonyms.forEach(function (row) {
            var meaning = { term: row[0], keys: part(row[1]), relation: row[2] };
            (row[3] ? row[3].split("\n") : []).forEach(function (variant) {
                (meanings[variant] = meanings[variant] || []).push(meaning);
                longest = Math.max(longest, part(variant).length);
            });
            (row[4] ? row[4].split("\n") : []).forEach(function (variant) { (capitals[variant] = capitals[variant] || []).push(meaning); });
        });
        var aspectPhrases = table();
        Object.keys(data.aspectPhrases).forEach(function (phrase) {
            var of_ = part(phrase), most = of_.length + (has(of_, data.gap) ? a.MOST_BETWEEN - 1 : 0);
            aspectPhrases[phrase] = data.aspectPhrases[phrase];
            longestFrom[of_[0]] = Math.max(longestFrom[of_[0]] || 0, most);
        });
        [forms, variants].forEach(function (found) { Object.keys(found).forEach(function (one) { isKey[one] = true; }); });
        var rules = data.rules.map(function (rule) { return [new RegExp(rule[0], "g"), rule[1], rule[2]]; });
        var chart = data.chart.map(function (pair) { return [new RegExp(pair[0], "gi"), pair[1]]; });

        var known = table(), completions = [], own = table();
        [spellings, variants].forEach(function (found) {
            Object.keys(found).forEach(function (key) { found[key].forEach(function (word) { known[word] = true; }); });
        });
        Object.keys(spellings).forEach(function (key) { completions = completions.concat(spellings[key]); });
        completions.sort();
        completions.forEach(function (word) { own[word] = true; });

        function key(word) {
            if (isDigits(word)) { return word.replace(/^0+(?=.)/, ""); }
            if (!keyOf[word]) {
                keyOf[word] = isKey[word] || isListed(word) ? word : formOf(word); /* forms of listed words are known */
                if (rules.length && (data.isRuled || keyOf[word] === word)) { keyOf[word] = data.isRuled ? changed(word) : spelled(changed(word)); }
            }
            return keyOf[word];
        }

        function spelled(word) { return isKey[word] ? word : keyOf[word] || formOf(word); }

        /* What the rules of the language make of a word: its key, or where there is a stemmer, what that is given. */
        function changed(word) {
            rules.forEach(function (rule) {
                var made = word.replace(rule[0], rule[1]);
                if (made.length >= rule[2]) { word = made; }
            });
            return word;
        }

        /* The key of a word that no list knows: that of what is left without an ending, if it has one. */
        function formOf(word) {
            var found = "";
            data.endings.some(function (row) {
                var ending = row[0], stem = word.slice(0, -ending.length);
                if (stem.length < row[1] || word.slice(-ending.length) !== ending) { return false; }
                found = isKey[stem] ? stem : known[stem] ? keyOf[stem] : "";
                if (!found && /([bdfglmnprt])\1$/.test(stem) && isKey[stem.slice(0, -1)]) { found = stem.slice(0, -1); }
                return found !== "";
            });
            return found || (data.hasCompounds && keyOfCompound(word)) || word;
        }

        /* The key of a word that ends in a known one, where words are written together: the key of its end, with what stands before it. */
        function keyOfCompound(word) {
            var at, end;
            for (at = 1; at <= word.length - q.SHORTEST_HALF; at += 1) {
                end = word.slice(at);
                if (known[end] && keyOf[end]) { return word.slice(0, at) + keyOf[end]; }
            }
            return "";
        }

        /* Whether English or medicine knows a word: it has all its bits in the filter. */
        var crc = (function () {
            var made = [], number, bit, value;
            for (number = 0; number < 256; number += 1) {
                value = number;
                for (bit = 0; bit < 8; bit += 1) { value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1; }
                made.push(value);
            }
            return function (word) {
                var sum_ = -1, at;
                for (at = 0; at < word.length; at += 1) { sum_ = made[(sum_ ^ word.charCodeAt(at)) & 255] ^ (sum_ >>> 8); }
                return (sum_ ^ -1) >>> 0;
            };
        }());
        var bits = atob(data.listed.bits);

        function isListed(word) {
            var one, other, number, at;
            if (!data.listed.size || !/^[\x00-\x7f]*$/.test(word)) { return false; }
            one = crc(word);
            other = (crc(word.split("").reverse().join("")) | 1) >>> 0;
            for (number = 0; number < data.listed.hashes; number += 1) {
                at = (one + number * other) % data.listed.size;
                if (!(bits.charCodeAt(at >>> 3) & (1 << (at & 7)))) { return false; }
            }
            return true;
        }

        /* --- spelling --- */

        var byLength = table(), short = table();
        Object.keys(set(Object.keys(known).concat(Object.keys(lists.asking)))).sort().forEach(function (word) {
            if ((lists.small[word] || lists.neutral[word]) && !lists.asking[word]) { return; }
            if (word.length === s.SHORTEST - 1) { short[word] = true; }
            if (word.length >= s.SHORTEST - 1 && !isDigits(word)) { (byLength[word.length] = byLength[word.length] || []).push([word, letters(word)]); }
        });
        var everyday = Object.keys(set([].concat(Object.keys(lists.small), Object.keys(lists.neutral), Object.keys(lists.generic), Object.keys(lists.weeks))))
            .filter(function (word) { return word.length >= s.SHORTEST_SLIP && word.length <= s.SHORTEST; });

        function letters(word) {
            var found = 0, at;
            for (at = 0; at < word.length; at += 1) { found |= 1 << (word.charCodeAt(at) & 31); }
            return found;
        }

        function count(found) {
            var number = 0;
            while (found) {
                found &= found - 1;
                number += 1;
            }
            return number;
        }

        function isNearEveryday(word) {
            if (word.length < s.SHORTEST_SLIP || word.length >= s.SHORTEST || /[0-9]/.test(word)) { return false; }
            return everyday.some(function (one) { return one.charAt(0) === word.charAt(0) && distance(word, one) === 1; });
        }

        function swapped(word) {
            var at, other;
            for (at = 0; at < word.length - 1; at += 1) {
                other = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
                if (short[other] && other !== word) { return other; }
            }
            return null;
        }

        /* How a word sounds; "sh" and "s", and all vowels that begin a word, are heard as the same. */
        function soundOf(word) {
            if (sounds[word] === undefined) { sounds[word] = /^[\x00-\x7f]*$/.test(word) ? sound(word).replace(/x/g, "s").replace(/^[aeiou]/, "a") : word; }
            return sounds[word];
        }

        /* The only known word of as many letters that begins with the same letter, sounds the same and differs in one place, or null. */
        function alikeInSound(word) {
            var found = !data.hasWordList ? [] : Object.keys(short).filter(function (one) {
                return own[one] && one.charAt(0) === word.charAt(0) && soundOf(one) === soundOf(word) && distance(word, one) === 1;
            });
            return found.length === 1 ? found[0] : null;
        }

        /* The known word that is meant by a slip, or null. */
        function nearest(word, surely) {
            var allowed = surely || !data.hasWordList || word.length < s.LONG ? 1 : 2, isHeard = !surely && word.length >= s.SOUNDED;
            var held = letters(word), most = word.length < s.ALIKE_IN_SOUND ? 2 : 3, best = null, length;
            if (word.length < s.SHORTEST || word.length > s.LONGEST || /[0-9]/.test(word)) {
                return word.length === s.SHORTEST - 1 && !/[0-9]/.test(word) ? swapped(word) || alikeInSound(word) : null;
            }
            function consider(pair) {
                var one = pair[0], far, isNear, rank, at, apart = 0;
                if (one === word || count(held ^ pair[1]) > 2 * most) { return; }
                far = distance(word, one);
                if (far > most) { return; }
                isNear = far <= allowed && (one.charAt(0) === word.charAt(0) || (word.charAt(0) === one.charAt(1) && word.charAt(1) === one.charAt(0)));
                if (isHeard && (!isNear || far > 1)) { /* two slips that make another sound make another word */
                    apart = soundOf(word) === soundOf(one) ? 0 : distance(soundOf(word), soundOf(one));
                    isNear = apart <= (isNear || word.length >= s.SIMILAR_IN_SOUND ? 1 : 0);
                }
                if (!isNear) { return; }
                rank = [far > 1 && apart > 0 ? 1 : 0, far, one.charAt(0) === word.charAt(0) ? 0 : 1, own[one] ? 0 : 1, -likeness(word, one)];
                for (at = 0; best && at < rank.length; at += 1) {
                    if (rank[at] !== best[0][at]) {
                        if (rank[at] > best[0][at]) { return; }
                        break;
                    }
                }
                if (!best || at < rank.length) { best = [rank, one]; }
            }
            for (length = word.length - 2; length < word.length + 3; length += 1) { (byLength[length] || []).forEach(consider); }
            return best && best[1];
        }

        function meant(word) {
            var surely = known[word] || postings[key(word)] !== undefined;
            if (heardBefore[word] === undefined) { heardBefore[word] = nearest(word, surely); }
            return heardBefore[word];
        }

        /* --- understanding --- */

        /* The longest variant that begins at a word, and what it stands for. */
        function findMeanings(query, tokens, at) {
            var typed = tokens.slice(at, at + longest).map(function (token) { return key(token.folded); }), length, found;
            for (length = typed.length; length > 0; length -= 1) {
                found = meanings[typed.slice(0, length).join(" ")];
                if (found) { return { length: length, meanings: found }; }
            }
            found = capitals[query.slice(tokens[at].start, tokens[at].end)];
            return found ? { length: 1, meanings: found } : { length: 0, meanings: [] };
        }

        /* The keys of a phrase without articles and possessives within it. */
        function withoutSkipped(typed) {
            return typed.filter(function (one, at) { return at === 0 || at === typed.length - 1 || !lists.skipped[one]; }).join(" ");
        }

        /* The longest phrase that begins at a key, and its aspects; of two as long, the one without a gap. */
        function longestAt(typed, at) {
            var most = longestFrom[typed[at]] || 0, length = Math.min(most > 1 ? most + a.MOST_SKIPPED : most, typed.length - at), aspects;
            for (; length > 0; length -= 1) {
                aspects = aspectPhrases[withoutSkipped(typed.slice(at, at + length))];
                if (aspects) { return { length: length, aspects: aspects, hasGap: false }; }
                if (length > 2 && length - 2 <= a.MOST_BETWEEN) {
                    aspects = aspectPhrases[typed[at] + " " + data.gap + " " + typed[at + length - 1]];
                    if (aspects) { return { length: length, aspects: aspects, hasGap: true }; }
                }
            }
            return { length: 0, aspects: [], hasGap: false };
        }

        /* What a query asks for, by the keys of its words; the aspect that is named last comes last. */
        function askedOf(typed) {
            var found = [], frame = table(), told = [], at = 0, next, number;
            var take = function (aspect) { found = found.filter(function (other) { return other !== aspect; }).concat([aspect]); };
            while (at < typed.length) {
                next = longestAt(typed, at);
                if (next.length) {
                    next.aspects.forEach(take);
                    told.push([at, at + next.length, next.aspects]);
                }
                for (number = 0; number < next.length; number += 1) {
                    if (!next.hasGap || number === 0 || number === next.length - 1) { frame[at + number] = true; }
                }
                at += next.length || 1;
                if (next.length > 1 && !next.hasGap && longestAt(typed, at - 1).length >= a.LONG_PHRASE) { at -= 1; }
            }
            return {
                headed: found.filter(function (aspect) { return lists.headed[aspect]; }),
                told: found.filter(function (aspect) { return lists.told[aspect]; }),
                frame: frame,
                phrases: told
            };
        }

        function complete(beginning) {
            var low = 0, high = completions.length, middle, found = [], seen = table(), word;
            if (beginning.length < q.SHORTEST_PREFIX && !isDigits(beginning)) { return []; }
            while (low < high) {
                middle = (low + high) >>> 1;
                if (completions[middle] < beginning) { low = middle + 1; } else { high = middle; }
            }
            while (low < completions.length && completions[low].slice(0, beginning.length) === beginning && found.length < q.MOST_COMPLETIONS) {
                word = completions[low];
                if (!lists.small[word] && !seen[key(word)]) {
                    seen[key(word)] = true;
                    found.push({ keys: [key(word)], worth: q.PREFIX, term: "" });
                }
                low += 1;
            }
            return found;
        }

        function isSound(query, tokens, number) {
            var word = tokens[number].folded;
            if (lists.neutral[word] || lists.small[word] || own[word] || findMeanings(query, tokens, number).length) { return true; }
            if (!data.hasWordList && (lists.neutralKeys[key(word)] || holds(key(word)) || lists.subject[key(word)] || (data.hasCompounds && writtenTogether(key(word)).length))) {
                return true; /* a form of a word of the article is none of its slips */
            }
            return isListed(word) || (number === tokens.length - 1 && complete(word).length > 0);
        }

        /* The word that is meant by a right one of which the article knows nothing: one that sounds the same, or a name of the subject. */
        function confused(query, tokens, number) {
            var word = tokens[number].folded, isCommon = function (one) { return lists.small[one] || lists.neutral[one]; }, heard, best = "", most = 0, isBeside;
            if (holds(key(word)) || isCommon(word) || lists.generic[word] || findMeanings(query, tokens, number).length || aspectPhrases[key(word)]) {
                return null;
            }
            heard = ((has(Object.keys(data.soundsLike), word) && data.soundsLike[word]) || []).filter(function (one) { return isCommon(one) || own[one]; });
            if (heard.length) { return heard[0]; }
            isBeside = [tokens[number - 1], tokens[number + 1]].some(function (one) { return one && !isCommon(one.folded) && lists.subject[key(one.folded)]; });
            if (word.length < q.SHORTEST_LIKE || !isBeside) { return null; }
            data.names.forEach(function (name) {
                var like = name.slice(0, q.BEGINS_LIKE) === word.slice(0, q.BEGINS_LIKE) ? likeness(word, name) : 0;
                if (like && like >= most) { /* of two that are as like, the last one, as in the program */
                    most = like;
                    best = name;
                }
            });
            return most >= q.LIKE ? best : null;
        }

        /* The query with words that nobody knows replaced by the nearest known ones. */
        function mend(query, tokens) {
            var text = "", end = 0;
            tokens.forEach(function (word, number) {
                var typed = query.slice(word.start, word.end);
                text += query.slice(end, word.start) + ((isSound(query, tokens, number) ? confused(query, tokens, number) : meant(word.folded)) || typed);
                end = word.end;
            });
            return text + query.slice(end);
        }

        function weightOf(choices) {
            return max(choices.map(function (choice) {
                return sum(choice.keys.map(function (one) { return rarity[one] === undefined ? 0.5 : rarity[one]; })) / choice.keys.length;
            }), q.FOREIGN);
        }

        function newPart(typed, choices, weight, isForeign) {
            return { typed: typed, choices: choices, weight: weight, isForeign: !!isForeign, isExcluded: false, isWhen: false, isFrame: false, isSubject: false };
        }

        var holds = function (one) { return postings[one] !== undefined; };

        /* A part that is a synonym; a phrase of another topic stands for nothing. */
        function phrasePart(typed, group, found) {
            var held = found.filter(function (meaning) { return meaning.keys.some(holds); });
            var own_ = group.map(function (word) { return key(word.folded); }), choices, weight;
            if (found.some(function (meaning) { return meaning.relation === "caution"; }) || (!held.length && !own_.some(holds))) {
                return newPart(typed, [], q.FOREIGN, true);
            }
            choices = held.map(function (meaning) {
                return { keys: meaning.keys, worth: data.worth[meaning.relation], term: meaning.term };
            });
            weight = weightOf(choices);
            if (own_.every(holds)) { choices.unshift({ keys: own_, worth: q.EXACT, term: "" }); }
            return newPart(typed, choices, weight);
        }

        /* What a word can stand for in a language that writes words together: Bremse is found in Scheibenbremse, and in Bremszug. */
        function writtenTogether(one) {
            var found, end, begin, held = keys.filter(holds), joints = data.joints.split(" ");
            var ends = function (whole_, tail) { return whole_.slice(-tail.length) === tail && whole_ !== tail; };
            /* What stands before the end of a compound, if that is a word of the article, or nothing. */
            var beginOf = function (whole_, tail) {
                return joints.map(function (joint) {
                    var begin = whole_.slice(0, -tail.length);
                    return joint && begin.slice(-joint.length) === joint ? begin.slice(0, -joint.length) : begin;
                }).filter(function (begin) { return begin.length >= q.SHORTEST_HALF && holds(begin); })[0];
            };
            var sense = function (of_, worth) { return { keys: of_, worth: worth, term: "" }; };
            if (one.length < q.SHORTEST_HALF) {
                return held.filter(function (other) { return one.length > 1 && ends(other, one) && beginOf(other, one); })
                    .map(function (other) { return sense([other], q.END_OF_WORD); }).slice(0, q.MOST_COMPLETIONS);
            }
            found = held.filter(function (other) { return ends(other, one); }).map(function (other) { return sense([other], q.END_OF_WORD); });
            held.forEach(function (other) { if (other !== one && other.slice(0, one.length) === one) { found.push(sense([other], q.BEGIN_OF_WORD)); } });
            if (!holds(one)) {
                held.forEach(function (other) {
                    if (other.length >= q.SHORTEST_HALF && ends(one, other) && (!end || other.length > end.length)) { end = other; }
                });
                if (end) {
                    begin = beginOf(one, end);
                    found.unshift(begin ? sense([begin, end], q.WRITTEN_TOGETHER) : sense([end], q.BEGIN_OF_WORD));
                }
            }
            return found.slice(0, q.MOST_COMPLETIONS);
        }

        function wordPart(word, last, few, shouted, asks) {
            var folded = word.folded, one = key(folded), isKnown = holds(one), small = lists.small[folded] === true, neutral = lists.neutral[folded] === true;
            var itself = isKnown ? [{ keys: [one], worth: q.EXACT, term: "" }] : [], begun, completed, slight, weight, together;
            if ((small && !last) || (lists.filler[folded] && (asks || !few))) { return newPart(folded, itself, 0); }
            begun = last && (isDigits(folded) || (!small && (!isKnown || neutral)) || (small && few));
            completed = begun ? complete(folded) : [];
            together = data.hasCompounds && !small && !neutral ? writtenTogether(one) : [];
            if (isKnown) {
                slight = !few && (neutral || small || (isDigits(one) && !isDigits(folded)));
                weight = slight ? q.SLIGHT : isDigits(one) ? Math.min(rarity[one], q.NUMBER) : rarity[one];
                return newPart(folded, itself.concat(together, completed), weight);
            }
            completed = together.concat(completed);
            if (completed.length) { return newPart(folded, completed, weightOf(completed)); }
            completed = neutral || small || !has(Object.keys(data.family), one) ? [] : data.family[one].map(function (row) {
                return { keys: [row[0]], worth: row[1] ? q.FAMILY : q.MUCH_THE_SAME, term: row[2] };
            });
            if (completed.length) { return newPart(folded, completed, weightOf(completed)); }
            if (neutral || small || lists.neutralKeys[one] || folded.length === 1 || /[0-9]/.test(folded) || (data.hasWordList && !shouted && !isListed(folded) && isNearEveryday(folded))) {
                return newPart(folded, [], 0);
            }
            if (lists.subject[one] || lists.halves[one]) { return newPart(folded, [], q.GENERIC); }
            return newPart(folded, [], q.FOREIGN * (lists.ordinary[folded] ? q.ORDINARY : data.hasWordList ? 1 : q.UNLISTED), true);
        }

        function isWhen(one) {
            return part(one.typed.toLowerCase().replace(/\s+/g, " ")).every(function (word) { return isDigits(word) || lists.weeks[word]; });
        }

        function isLight(one) { return lists.generic[one.typed] || isWhen(one); }

        /* Let numbers, weeks and words for mother and child weigh little beside what is asked about them. */
        function inProportion(parts) {
            var isAsked = parts.some(function (one) { return one.weight > q.GENERIC && !one.isExcluded; });
            parts.forEach(function (one) {
                if (isAsked && one.isExcluded) { one.weight = 0; }
                if (!isAsked) { one.isExcluded = false; }
            });
            if (!parts.some(function (one) { return one.weight > q.GENERIC && !isLight(one); })) { return; }
            parts.forEach(function (one) {
                if (isLight(one)) {
                    one.weight = Math.min(one.weight, q.GENERIC);
                    one.isWhen = isWhen(one);
                }
            });
        }

        /* Where a query names nothing that the article tells, a word from one way of asking is none of the article's. */
        function dropLone(parts) {
            var every = function (one, list) {
                return one.choices.every(function (choice) { return choice.keys.every(function (each) { return list[each]; }); });
            };
            var topics = parts.filter(function (one) { return isContent(one) && !one.isSubject && one.choices.length; });
            var namesSubject = parts.some(function (one) {
                return one.choices.some(function (choice) { return choice.keys.some(function (each) { return lists.named[each]; }); });
            });
            if (namesSubject || !topics.every(function (one) { return every(one, lists.onlyAsked); })) { return; }
            topics.filter(function (one) { return !lists.small[one.typed] && !lists.neutral[one.typed] && every(one, lists.lone); }).forEach(function (one) {
                one.choices = [];
                one.weight = q.FOREIGN;
                one.isForeign = true;
            });
        }

        /* "Can it cause" asks for what comes of it, not where it comes from; "insufficiency or incompetence" asks what both are. */
        function turn(asked, parts, ends, typed) {
            if (has(asked.told, data.ofReference)) { /* whatever else is asked of the reference itself is not asked of its subject */
                asked.told = [data.ofReference];
                return;
            }
            turnNamed(asked, parts, ends, typed);
        }

        /* What is asked for where a topic is said to come of the subject: what comes of it, or neither; null where it is not. */
        function ledBack(asked, parts, ends, typed) {
            var back = null;
            asked.phrases.some(function (phrase) {
                var words_ = typed.slice(phrase[0], phrase[1]).join(" "), after, names;
                if (!has(Object.keys(data.back), words_)) { return false; }
                after = parts.filter(function (one, at) { return ends[at] > phrase[1] && one.weight; })[0];
                names = parts.some(function (one, at) { return ends[at] <= phrase[0] && isContent(one) && !one.isSubject && !isWhen(one); });
                if (after && after.isSubject && names) { back = data.back[words_]; }
                return back !== null;
            });
            return back;
        }

        function turnNamed(asked, parts, ends, typed) {
            var verbs = data.turned[0], cause = data.turned[1], consequence = data.turned[2], compares = function (aspect) { return lists.comparing[aspect]; };
            var content = parts.filter(isContent), names = sum(content.map(function (one) { return one.isSubject ? one.typed.trim().split(/\s+/).length : 0; }));
            if (asked.told.some(compares) && names >= q.TWO_NAMES && content.every(function (one) { return one.isSubject || isWhen(one); })) {
                asked.told = asked.told.filter(function (aspect) { return !compares(aspect); });
                asked.headed = asked.headed.filter(function (aspect) { return aspect !== data.definition; }).concat([data.definition]);
                return;
            }
            var isTurned = parts.some(function (one, at) {
                return at > 0 && has(verbs, key(one.typed.toLowerCase())) && parts[at - 1].isSubject;
            }) && !parts.slice(0, -1).every(function (one) { return one.isSubject; }); /* "incompetent cervix causes" is a heading */
            var back = !has(asked.headed, cause) ? null : isTurned ? consequence : ledBack(asked, parts, ends, typed);
            if (back !== null) {
                asked.headed = asked.headed.filter(function (aspect) { return aspect !== cause && aspect !== consequence; }).concat(back ? [back] : []);
            }
        }

        /* Where the words typed for aspects begin: in "when is the stitch taken out" the stitch is known, and "taken out" is what is asked. */
        function narrowed(tokens, phrase, parts, ends) {
            var first = phrase[0], begin = first;
            if (!lists.small[tokens[first].folded]) { return first; }
            ends.forEach(function (stop, number) { if (isContent(parts[number]) && parts[number].choices.length && first < stop && stop < phrase[1]) { begin = stop; } });
            return begin;
        }

        /* Where the words typed for aspects end: "vs" tells nothing without what follows, nor "take the stitch" without "out". */
        function widened(tokens, phrase, ends) {
            var isCommon = function (token) { return lists.small[token.folded] || lists.neutral[token.folded]; }, end = phrase[1], at = end;
            if (phrase[2].some(function (aspect) { return lists.widened[aspect]; }) && tokens.slice(phrase[0], end).every(isCommon)) {
                while (at < tokens.length && isCommon(tokens[at])) { at += 1; }
                if (at < tokens.length) { end = ends.filter(function (stop) { return stop > at; })[0]; }
            }
            return end < tokens.length && lists.particles[tokens[end].folded] ? end + 1 : end;
        }

        /* The words of a query that are looked at: all of them, or of a long story its beginning and its end. */
        function firstAndLast(tokens) {
            return tokens.length <= q.MOST_WORDS ? tokens : tokens.slice(0, q.FIRST_WORDS).concat(tokens.slice(q.FIRST_WORDS - q.MOST_WORDS));
        }

        function understand(query, isExact) {
            var written = query.slice(0, q.READ), tokens, corrected, typed, asked, excluded = table(), without = new RegExp(data.without, "gi"), match;
            var parts = [], caution = "", at = 0, found, length, last, one, text, told = [], ends = [], options, chosen;
            var isFrame, counts, causeEnds = 0, begins = 0, opening, sentence = new RegExp(data.ended, "g"), asks = [], names;
            chart.forEach(function (pair) { written = written.replace(pair[0], pair[1]); });
            tokens = firstAndLast(words(written));
            corrected = isExact ? written : mend(written, tokens);
            if (corrected !== written) { tokens = firstAndLast(words(corrected)); }
            typed = tokens.map(function (token) { return key(token.folded); });
            options = new RegExp(data.options, "i").exec(corrected);
            text = options ? options.index + options[0].length : corrected.length;
            chosen = tokens.filter(function (token) { return token.start < text; }).length;
            asked = withoutWhat(askedOf(typed.slice(0, chosen)), tokens);
            while ((match = without.exec(corrected)) !== null) { excluded[match.index + match[0].length - match[1].length] = true; }
            while (at < tokens.length) {
                last = at === tokens.length - 1;
                found = isExact ? { length: 0, meanings: [] } : findMeanings(corrected, tokens, at);
                length = found.length;
                if (length === 1 && tokens.length > q.FEW && lists.filler[tokens[at].folded]) { found = { meanings: [] }; }
                if (found.meanings.length) {
                    text = corrected.slice(tokens[at].start, tokens[at + length - 1].end);
                    one = phrasePart(text, tokens.slice(at, at + length), found.meanings);
                    if (!caution && found.meanings.some(function (meaning) { return meaning.relation === "caution"; })) { caution = text; }
                } else {
                    length = 1;
                    text = corrected.slice(tokens[at].start, tokens[at].end);
                    one = wordPart(tokens[at], last, tokens.length <= q.FEW, text === text.toUpperCase() && text !== text.toLowerCase(),
                        Object.keys(asked.frame).length > 0);
                    if (last && one.choices.length > 1 && has(data.range, corrected.charAt(tokens[at].start - 1)) && tokens[at].start) {
                        one.choices = one.choices.slice(1); /* 12-1 is on its way to 12-16 */
                    }
                }
                one.isExcluded = excluded[tokens[at].start] === true;
                isFrame = tokens.slice(at, at + length).every(function (token, number) { return asked.frame[at + number]; });
                counts = at < chosen && (!isFrame || data.hasWordList);
                if (one.isForeign && !counts) {
                    one.isForeign = false;
                    one.weight = 0;
                }
                one.isFrame = isFrame;
                one.isSubject = one.choices.some(function (choice) { return choice.keys.every(function (each) { return lists.subject[each]; }); });
                parts.push(one);
                at += length;
                ends.push(at);
            }
            parts = ofAsking(asked, askingOf(corrected, tokens), parts, ends, chosen);
            asked.phrases.forEach(function (phrase) {
                if (!causeEnds && has(phrase[2], data.turned[1]) && phrase[0] > 0 && phrase[1] < tokens.length) { causeEnds = phrase[0]; }
            });
            parts.forEach(function (each, number) { each.isCause = ends[number] <= causeEnds; });
            asked.phrases.forEach(function (phrase) {
                phrase[2].forEach(function (aspect) {
                    var end = widened(tokens, phrase, ends);
                    if (aspect) { told.push([aspect, corrected.slice(tokens[narrowed(tokens, phrase, parts, ends)].start, tokens[end - 1].end)]); }
                });
            });
            text = corrected.slice(0, options ? options.index : corrected.length);
            while ((match = sentence.exec(text)) !== null) { begins = match.index + match[0].length; }
            opening = tokens.filter(function (token) { return token.start < begins; }).length;
            asked.phrases.forEach(function (phrase) {
                if (phrase[0] >= opening && opening > 0) { asks = asks.concat(phrase[2].filter(function (aspect) { return has(asked.headed, aspect); })); }
            });
            names = parts.some(function (each, number) {
                return ends[number] > opening && ends[number] <= chosen && isContent(each) && !each.isSubject && !isWhen(each);
            });
            turn(asked, parts, ends, typed);
            dropLone(parts);
            inProportion(parts);
            return { parts: parts, keys: typed, asked: asked, told: told, last: names ? [] : asks, corrected: corrected !== written ? corrected : null, caution: caution };
        }

        /* What is asked for; "what is the usual reason" asks for a cause, and not for what it means: only slight words stand between. */
        function withoutWhat(asked, tokens) {
            var is = function (phrase, test) { return phrase[2].some(function (aspect) { return has(asked.headed, aspect) && test === (aspect === data.definition); }); };
            var meant = asked.phrases.filter(function (phrase) { return has(phrase[2], data.definition); });
            var others = asked.phrases.filter(function (phrase) { return is(phrase, false); });
            var isSlight = function (token) { return lists.small[token.folded] || lists.neutral[token.folded] || lists.filler[token.folded]; };
            var leads = meant.every(function (phrase) {
                var then = others.filter(function (other) { return other[0] >= phrase[1]; })[0];
                return then && tokens.slice(phrase[0], then[0]).every(isSlight);
            });
            if (meant.length && others.length && leads) {
                asked.headed = asked.headed.filter(function (aspect) { return aspect !== data.definition; });
            }
            return asked;
        }

        /* Of each word whether its sentence asks: by its mark, else by its first word, else by a word with which questions begin. */
        function askingOf(text, tokens) {
            var starts = [0], sentence = new RegExp(data.ended, "g"), within, asks, found, match;
            while ((match = sentence.exec(text)) !== null) { starts.push(match.index + match[0].length); }
            var numberOf = function (token) { return starts.filter(function (start) { return start <= token.start; }).length - 1; };
            if (starts.length > 1) {
                within = starts.map(function (_, number) { return tokens.filter(function (token) { return numberOf(token) === number; }); });
                [
                    function (_, number) { return has(text.slice(starts[number], starts[number + 1]), "?"); },
                    function (words_) { return words_.length > 0 && lists.opening[words_[0].folded] === true; },
                    function (words_) { return words_.some(function (token) { return lists.askingWords[token.folded]; }); }
                ].forEach(function (test) {
                    found = asks ? [] : within.map(test);
                    if (has(found, true)) { asks = found; }
                });
            }
            return tokens.map(function (token) { return !asks || asks[numberOf(token)]; });
        }

        /* Parts of a story: what its sentences ask for that ask, and what is unknown in the others is not asked of. */
        function ofAsking(asked, asking, parts, ends, chosen) {
            var asks = table(), headed, names;
            asked.phrases.forEach(function (phrase) { if (asking[phrase[0]]) { phrase[2].forEach(function (aspect) { asks[aspect] = true; }); } });
            names = parts.some(function (each, number) {
                return asking[ends[number] - 1] && ends[number] <= chosen && isContent(each) && each.choices.length && !isLight(each);
            });
            if (names || Object.keys(asks).some(function (aspect) { return aspect; })) {
                asks[data.ofReference] = true;
                headed = asked.headed.filter(function (aspect) { return asks[aspect]; });
                asked.headed = headed.length ? headed : asked.headed;
                asked.told = asked.told.filter(function (aspect) { return asks[aspect]; });
            }
            names = names || parts.some(function (each) {
                return isContent(each) && !isLight(each) && each.choices.some(function (choice) { return choice.worth >= r.SAME; });
            });
            parts.forEach(function (each, number) {
                if (names && each.isForeign && !asking[ends[number] - 1]) {
                    each.isForeign = false;
                    each.weight = 0;
                }
            });
            return parts;
        }

        /* --- earlier questions --- */

        /* The bytes of a list of numbers, each of so many bytes, the lowest first. */
        function numbersIn(text, size) {
            var bytes = atob(text), made = [], at, byte, value;
            for (at = 0; at < bytes.length; at += size) {
                value = 0;
                for (byte = size - 1; byte >= 0; byte -= 1) { value = value * 256 + bytes.charCodeAt(at + byte); }
                made.push(value);
            }
            return made;
        }

        var earlier = data.questions && (function (of_) {
            var made = table(), counts = numbersIn(of_.counts, 2), end = 0;
            numbersIn(of_.words, 4).forEach(function (word, at) { made[word] = [end, end += counts[at]]; });
            return { words: made, classes: numbersIn(of_.classes, of_.size), steps: numbersIn(of_.steps, 1), numbers: of_.numbers, less: of_.less };
        }(data.questions));

        /* How much more like earlier questions for each entry a query is than like any question. */
        function likelyAnswers(keys_) {
            var known_ = 0, told = earlier.numbers.map(function () { return 0; }), tokens = table(), made = {}, share;
            keys_.forEach(function (one, at) {
                tokens[one] = true;
                if (at) { tokens[keys_[at - 1] + " " + one] = true; }
            });
            Object.keys(tokens).forEach(function (token) {
                var at, found = earlier.words[crc(unescape(encodeURIComponent(token)))];
                if (!found) { return; }
                known_ += 1;
                for (at = found[0]; at < found[1]; at += 1) { told[earlier.classes[at]] += earlier.steps[at]; }
            });
            share = 1 / Math.sqrt(Math.max(m.FEW, known_));
            earlier.numbers.forEach(function (number, at) { made[number] = share * (told[at] / m.STEPS - known_ * earlier.less[at]); });
            return made;
        }

        /* --- ranking --- */

        function newMeasures() {
            return {
                covered: 0, topic: 0, topicShare: 0, missing: 0, related: 0, stated: 0, hasSubject: false, alike: 0, exactly: 0, literal: 0, together: 0, head: 0,
                unheaded: 0, untold: 0, isFirst: false, opensPage: false, isSign: false, last: 0, likely: 0, cause: 0
            };
        }

        var isContent = function (one) { return one.weight > q.SLIGHT && !one.isWhen && !one.isFrame; };

        /* For each entry the best of what a part can stand for there. */
        function matches(choices) {
            var found = {};
            choices.forEach(function (choice) {
                var sums = {}, length = choice.keys.length;
                choice.keys.forEach(function (one) {
                    var held = postings[one] || {};
                    Object.keys(held).forEach(function (number) {
                        var so = sums[number] = sums[number] || [0, 0, 0];
                        so[0] += held[number] / length;
                        so[1] += Math.min(held[number] / r.PLAIN, 1) / length;
                        so[2] += held[number] >= r.TEXT ? 1 : 0;
                    });
                });
                Object.keys(sums).forEach(function (number) {
                    var so = sums[number], match = found[number] = found[number] || { worth: 0, same: 0, related: 0, isStated: false };
                    match.worth = Math.max(match.worth, choice.worth * so[0]);
                    match.related = Math.max(match.related, so[1]);
                    if (choice.worth >= r.SAME) {
                        match.same = Math.max(match.same, so[1]);
                        match.isStated = match.isStated || so[2] === length;
                    }
                });
            });
            return found;
        }

        function cover(parts, topics, question, measuresOf) {
            var weight = function (one) { return one.weight; }, total = Math.max(r.LEAST, sum(parts.map(weight)));
            var causes = sum(topics.filter(function (one) { return one.isCause; }).map(weight));
            parts.forEach(function (one) {
                var isTopic = has(topics, one), isSubject = one.isSubject && isContent(one), found;
                if (!one.weight) { return; }
                found = matches(one.choices);
                numbers(found).forEach(function (number) {
                    var match = found[number], measures = measuresOf(number);
                    measures.covered += one.weight / total * match.worth;
                    if (isTopic) {
                        measures.topic += one.weight * match.same;
                        measures.related += one.weight * Math.max(0, match.related - match.same);
                        measures.stated += match.isStated ? one.weight / question.topics : 0;
                        if (one.isCause && match.isStated) { measures.cause += one.weight / causes; }
                    } else if (isSubject) {
                        measures.hasSubject = measures.hasSubject || match.same > 0;
                    }
                });
            });
        }

        /* How near the query is to the nearest way of asking for each entry: shared weight over all weight. */
        function alikeTo(understood) {
            var when = table(), readings = table(), asked = 0, shared = {}, found = {};
            understood.parts.forEach(function (one) {
                if (one.isWhen) { one.choices.forEach(function (choice) { choice.keys.forEach(function (each) { when[each] = true; }); }); }
            });
            understood.keys.forEach(function (each) { if (!when[each]) { readings[each] = 1; } });
            Object.keys(readings).forEach(function (each) { asked += telling[each] === undefined ? 1 : telling[each]; });
            understood.parts.forEach(function (one) {
                if (one.isWhen) { return; }
                one.choices.forEach(function (choice) {
                    choice.keys.forEach(function (each) { readings[each] = Math.max(readings[each] || 0, choice.worth); });
                });
            });
            Object.keys(readings).forEach(function (each) {
                (phrasesWith[each] || []).forEach(function (number) { shared[number] = (shared[number] || 0) + telling[each] * readings[each]; });
            });
            Object.keys(shared).forEach(function (number) {
                var phrase = phrases[number], both = Math.min(shared[number], asked, phrase.weight), exactly = both / (asked + phrase.weight - both);
                var alike = exactly, before = found[phrase.entry] || [0, 0];
                if (phrase.weight >= r.TELLING) { alike = Math.max(alike, r.CONTAINED * Math.pow(both / phrase.weight, 2)); }
                found[phrase.entry] = [Math.max(before[0], alike), Math.max(before[1], exactly)];
            });
            return found;
        }

        /* How literally an entry holds the whole query. */
        function wordForWord(typed, number) {
            var lead = entries[number].folded[0], title = entries[number].folded[1];
            if (!typed) { return 0; }
            if (lead.indexOf(typed) === 0 || title.indexOf(typed) === 0) { return 1; }
            if (has(lead, typed) || has(title, typed)) { return 0.5; }
            return has(entries[number].folded[2], typed) ? 1 / 3 : 0;
        }

        function lookCloser(query, understood, question, found) {
            var asked = question.asked, heavy = table(), sideBySide = table(), typed = fold(query).replace(/\s+/g, " ").replace(/^ | $/g, "");
            var isNamed = understood.parts.some(function (one) { return one.weight > q.SLIGHT && !one.isFrame; }); /* "linked to a" says nothing */
            understood.parts.forEach(function (one) {
                if (one.weight > q.SLIGHT && !(one.isFrame && isNamed)) { one.choices.forEach(function (choice) { choice.keys.forEach(function (each) { heavy[each] = true; }); }); }
            });
            understood.keys.forEach(function (one, at) {
                var before = understood.keys[at - 1];
                if (at && (heavy[one] || heavy[before])) { sideBySide[numberOf[before] * keys.length + numberOf[one]] = true; }
            });
            sideBySide = Object.keys(sideBySide);
            numbers(found).forEach(function (number) {
                var measures = found[number], aspects = data.aspects[number];
                var plain = function (aspect) { return aspects[aspect] || 0; }, told = asked.headed.map(plain);
                measures.topicShare = question.topics ? measures.topic / question.topics : 0;
                measures.missing = question.topics - measures.topic;
                measures.head = told.length ? Math.max(max(told.slice(0, -1), 0) * r.EARLIER, told[told.length - 1]) : 0;
                measures.unheaded = told.filter(function (worth) { return worth < a.SENTENCE; }).length;
                measures.untold = asked.told.filter(function (aspect) { return plain(aspect) < a.SENTENCE; }).length;
                sideBySide.forEach(function (pair) {
                    measures.together += statedPairs[number][pair] ? 2 : pairs[number][pair] ? 1 : 0;
                });
                measures.literal = wordForWord(typed, number);
                if (!entries[number].isAsked) { measures.alike = Math.max(measures.alike, r.UNASKED * Math.min(measures.covered, 1)); }
                measures.isFirst = number === 0 && question.isGeneral && !told.length && !asked.told.length;
                measures.opensPage = question.isGeneral && measures.head >= a.PAGE * r.EARLIER && /:\s*$/.test(entries[number].text);
                measures.last = max(understood.last.map(function (aspect) { return aspect === data.definition ? 0 : plain(aspect); }), 0);
                if (!question.isShort || measures.head < a.PAGE) { measures.cause = 0; }
                measures.isSign = plain("sign") >= a.PAGE;
            });
        }

        /* Whether a query asks what a word means, and nothing else: beside the subject, such words ask how the two go together. */
        function isDefinition(understood) {
            var asked = understood.asked, withSubject = understood.parts.some(function (one) {
                return one.choices.some(function (choice) { return choice.keys.some(function (each) { return lists.named[each]; }); });
            });
            var only = asked.headed.length === 1 && asked.headed[0] === data.definition && !asked.told.length;
            return only && understood.keys.length <= r.SHORT && !withSubject;
        }

        /* Entries that hold nothing of what a short query names are only alike in the words around it. */
        function partFromOthers(question, found) {
            numbers(found).forEach(function (number) {
                var one = found[number];
                if (one.topic || one.related || one.exactly >= r.ITSELF) { return; }
                one.alike = one.exactly = 0;
                if (question.isDefinition) { one.likely = Math.min(one.likely, m.UNLIKE); }
            });
        }

        function measure(query, understood) {
            var content = understood.parts.filter(isContent), found = {}, alike, question, likely = earlier ? likelyAnswers(understood.keys) : {};
            var topics = content.filter(function (one) { return !one.isSubject && !one.isForeign; });
            var weight = function (one) { return one.weight; };
            var measuresOf = function (number) { return (found[number] = found[number] || newMeasures()); };
            question = {
                asked: understood.asked,
                isShort: understood.keys.length <= r.SHORT,
                isGeneral: !topics.length,
                isTimed: topics.length > 0 && topics.every(isWhen),
                isDefinition: topics.length > 0 && isDefinition(understood),
                foreign: sum(content.filter(function (one) { return one.isForeign; }).map(weight)),
                topics: sum(topics.map(weight)),
                open: earlier ? likely[m.OPEN] || 0 : null
            };
            question.foreignShare = question.foreign / (question.topics + question.foreign + r.BESIDE_SUBJECT);
            cover(understood.parts, topics, question, measuresOf);
            alike = alikeTo(understood);
            numbers(alike).forEach(function (number) {
                var measures = measuresOf(number);
                measures.alike = alike[number][0];
                measures.exactly = alike[number][1];
            });
            data.aspects.forEach(function (aspects, number) {
                if (question.asked.headed.some(function (aspect) { return (aspects[aspect] || 0) >= a.PAGE; })) { measuresOf(number); }
            });
            if (earlier) {
                numbers(found).forEach(function (number) { found[number].likely = likely[number] === undefined ? m.UNLIKE : likely[number]; });
            }
            if (question.isShort && question.topics >= r.NAMED && !content.some(function (one) { return one.isSubject; })) { partFromOthers(question, found); }
            lookCloser(query, understood, question, found);
            return { question: question, found: found };
        }

        /* Points of a table, each times its measure. */
        function points(of_, values) {
            return sum(Object.keys(of_).map(function (name) { return of_[name] * values[name]; }));
        }

        function isTold(question, one) { return question.asked.told.length > 0 && !one.untold; }

        function nearness(question, one) {
            return points(data.nearness, {
                covered: one.covered, alike: one.alike, head: one.head, literal: one.literal, topic: Math.min(one.topic, r.MOST_WEIGHT),
                unheaded: one.unheaded, related: Math.min(one.related, r.MOST_RELATED),
                together: Math.min(one.together, r.MOST_PAIRS), stated: one.stated, is_first: one.isFirst, opens_page: one.opensPage,
                told: isTold(question, one), is_sign: one.isSign, last: one.last, cause: one.cause, likely: one.likely,
                general_head: question.isGeneral && !has(question.asked.headed, data.definition) ? one.head : 0
            });
        }

        /* Whether aspects of headings are asked for, not only what a word means, and the entry tells none of them. */
        function tellsNone(question, one) {
            var headed = question.asked.headed;
            return headed.length > 0 && one.unheaded === headed.length && !(headed.length === 1 && headed[0] === data.definition);
        }

        /* The points that earlier questions give to an entry as an answer; none against one that tells what is asked in a sentence. */
        function ofEarlier(question, one) {
            var value = data.answering.earlier + data.answering.likely * (one.likely - question.open);
            return isTold(question, one) ? Math.max(0, value) : value;
        }

        function answering(question, one, urgent) {
            var untold = Math.min(one.untold, r.MOST_UNTOLD), short_ = question.isShort ? 1 : 0, value;
            var isBeside = question.isShort && question.topics >= r.NAMED && ((data.hasWordList && tellsNone(question, one)) || (!one.topic && !one.related));
            if (one.exactly < r.JUST_THESE && (one.untold || isBeside || (question.isDefinition && (one.unheaded || !one.stated)))) {
                return question.open === null ? r.NEVER : r.DOUBTED + ofEarlier(question, one);
            }
            value = points(data.answering, {
                always: 1, alike: one.alike, literal: one.literal, covered: one.covered, topic: Math.min(one.topic, r.MOST_WEIGHT),
                related: Math.min(one.related, r.MOST_RELATED), is_general: question.isGeneral, has_subject: one.hasSubject, unheaded: one.unheaded,
                untold: untold, told: isTold(question, one), tells_sign: urgent && one.isSign, last: one.last, foreign_share: question.foreignShare,
                missing_share: question.topics ? one.missing / question.topics : 0, short_untold: short_ * untold, short_unheaded: short_ * one.unheaded,
                short_missing: short_ * Math.min(one.missing, r.MOST_WEIGHT), short_foreign: short_ * Math.min(question.foreign, r.MOST_WEIGHT), likely: 0, earlier: 0
            });
            return question.open === null ? value : Math.max(r.LEAST_POINTS, value) + ofEarlier(question, one);
        }

        /* --- answers, notes, and what is only near --- */

        function byPoints(of_) {
            return numbers(of_).sort(function (one, other) { return of_[other] - of_[one] || one - other; });
        }

        /* The entries that state what the query excludes. */
        function shunned(understood) {
            var made = {};
            understood.parts.forEach(function (one) {
                if (!one.isExcluded) { return; }
                one.choices.forEach(function (choice) {
                    entries.forEach(function (entry, number) {
                        if (choice.keys.every(function (each) { return stated[number][each]; })) { made[number] = true; }
                    });
                });
            });
            return made;
        }

        /* Whether an entry is a whole page, on the reference itself, and the query does not ask of that. */
        function isBeside(number, question, one) {
            return entries[number].place === entries[number].page && !has(question.asked.told, data.ofReference) && one.exactly < e.LIKE_ASKED;
        }

        function rankPassages(question, found, understood, urgent) {
            var without = shunned(understood), of_ = {}, best;
            numbers(found).forEach(function (number) {
                if (entries[number].kind === "passage") {
                    of_[number] = nearness(question, found[number]) * (without[number] ? e.EXCLUDED : 1) * (isBeside(number, question, found[number]) ? e.BESIDE : 1);
                }
            });
            best = max(Object.keys(of_).map(function (number) { return of_[number]; }), 0);
            return byPoints(of_).map(function (number, at) {
                var isNear = !at || of_[number] >= best * e.FAR_BEHIND; /* the best may have points below zero */
                return { number: number, answers: isNear && answering(question, found[number], urgent) > (at ? e.FURTHER : 0) };
            });
        }

        function noteAnswers(question, one) {
            var told = question.asked.told, isClose = question.foreignShare < e.NOTE_FOREIGN;
            if (question.open !== null && (one.likely < 0 || one.likely >= e.NOTE_LIKELY)) { return one.likely > Math.max(0, question.open); }
            if (one.untold || question.isTimed || (question.isDefinition && one.unheaded)) { return false; }
            if (question.isGeneral) { return isClose && told.length > 0 && told.every(function (aspect) { return lists.ofSubject[aspect]; }); }
            if (one.topicShare + (told.length ? one.related / question.topics : 0) < e.NOTE_TOPIC) { return false; }
            return isClose && (told.length > 0 || (one.covered >= e.NOTE_COVERED && !(question.isShort && tellsNone(question, one))));
        }

        var smallKeys = set(Object.keys(lists.small).map(key));

        /* The glossary meaning that is asked for: the query names its term and, but for "what is" and the like, nothing else. */
        function defined(understood) {
            var asked = understood.asked, best = null, asks = has(asked.headed, data.definition), others = [], framed = {}, named;
            if (asked.told.length) { return null; }
            asked.phrases.forEach(function (phrase) {
                var at;
                if (phrase[2].some(function (aspect) { return aspect && aspect !== data.definition; })) {
                    others = others.concat(understood.keys.slice(phrase[0], phrase[1]));
                } else {
                    for (at = phrase[0]; at < phrase[1]; at += 1) { framed[at] = asked.frame[at]; }
                }
            });
            if (others.length && !asks) { return null; }
            named = once(understood.keys.filter(function (one, at) { return !framed[at] && !(others.length ? smallKeys : lists.common)[one]; }));
            terms.forEach(function (term) {
                var isNamed = named.length > 0 && named.concat(others).every(function (one) { return term.keys[one]; });
                if (!term.isOwn) { isNamed = isNamed && asks && named.length === term.size; }
                if (isNamed && (!best || term.size < best.size || (term.size === best.size && term.number < best.number))) { best = term; }
            });
            return best && best.number;
        }

        /* The meaning that is asked for, if there is one, and the notes that answer; none that stands open with a passage that is found. */
        function additions(question, found, meaning, open) {
            var of_ = {};
            numbers(found).forEach(function (number) {
                var one = found[number];
                if (entries[number].kind === "note" && !open[entries[number].place] && noteAnswers(question, one)) {
                    of_[number] = one.covered + one.topicShare + e.HEAD_OF_NOTE * one.head;
                }
            });
            return (meaning === null ? [] : [meaning]).concat(byPoints(of_)).slice(0, e.MOST_ADDITIONS);
        }

        /* Whether all that a query names is one word of the subject that has a meaning of its own: the cervix is no weakness of it. */
        function isPartOfSubject(understood) {
            var named = understood.parts.filter(isContent), own_ = named.length === 1 && named[0].choices.length ? named[0].choices[0].keys : [];
            return own_.length === 1 && named[0].isSubject && lists.named[own_[0]] === true && Object.keys(lists.named).length > 1 && data.ownTerms.some(function (term) {
                return term.length === 1 && term[0] === own_[0];
            });
        }

        /* Whether a passage tells a meaning better than the glossary: it uses the word itself, and where that is all, its lead names it. */
        function tellsMeaning(entry, one, question, understood) {
            var lead = table();
            if (!one.stated && !one.hasSubject) { return false; }
            if (question.asked.headed.length && isPartOfSubject(understood)) { return false; }
            words(entry.lead).forEach(function (word) { lead[key(word.folded)] = true; });
            if (!question.isDefinition && !(question.asked.headed.length > 1 && has(question.asked.headed, data.definition))) { return true; }
            return understood.parts.some(function (each) {
                return isContent(each) && each.choices.some(function (choice) {
                    return choice.worth >= data.worth.exact && choice.keys.every(function (other) { return lead[other]; });
                });
            });
        }

        var holdsSome = function (one) { return one.topic > 0 || one.related > 0; };

        function near(passages, found) {
            var of_ = function (test) {
                return passages.map(function (one) { return one.number; }).filter(function (number) { return test(found[number]); });
            };
            var holding = of_(holdsSome), nearest_ = holding.slice();
            holding.sort(function (one, other) { return found[other].stated - found[one].stated || nearest_.indexOf(one) - nearest_.indexOf(other); });
            if (!holding.length) { holding = of_(function (one) { return one.hasSubject && one.head >= r.HEADED; }); }
            return holding.slice(0, e.MOST_NEAR);
        }

        /* The pages of the nearest passages that state some of the topic themselves. */
        function headings(all, found) {
            return once(all.filter(function (number) { return found[number].stated > 0; }).map(function (number) { return entries[number].page; }));
        }

        /* Whether one of these entries holds what a part means. */
        function holdsPart(one, all) {
            var found = matches(one.choices);
            return all.some(function (number) { return found[number] && found[number].same > 0; });
        }

        /* The parts of a query that the nearest passages do not cover, as they were typed, in the order of the query. */
        function missing(query, understood, all) {
            var text = fold(understood.corrected || query), asked, unknown;
            var isSaid = function (aspect) { return all.some(function (number) { return (data.aspects[number][aspect] || 0) >= a.SENTENCE; }); };
            var typedOf = function (one) { return one.typed; };
            var at = function (typed) { return text.indexOf(fold(typed)); };
            var untold = understood.told.filter(function (told) { return !isSaid(told[0]); }), second = function (pair) { return pair[1]; };
            asked = untold.filter(function (told) { return lists.told[told[0]]; }).map(second);
            unknown = understood.parts.filter(function (one) { return one.isForeign && !has(asked.join(" "), one.typed); }).map(typedOf);
            if (!asked.length && !unknown.length) {
                unknown = understood.parts.filter(function (one) { return isContent(one) && !holdsPart(one, all); }).map(typedOf);
            }
            if (!asked.length && !unknown.length && all.length) { /* each word stands there, and yet not together */
                asked = (untold.length ? untold : understood.told).map(second);
                asked = asked.length ? asked : understood.parts.filter(isContent).map(typedOf);
            }
            if (!asked.length && !unknown.length) { unknown = understood.parts.filter(function (one) { return !one.choices.length; }).map(typedOf); }
            return inOrder(once(asked.concat(unknown)), at);
        }

        /* A list by a measure, the smallest first; what measures the same stays as it is. */
        function inOrder(list, measureOf) {
            return list.map(function (value, at) { return [measureOf(value), at, value]; })
                .sort(function (one, other) { return one[0] - other[0] || one[1] - other[1]; })
                .map(function (row) { return row[2]; });
        }

        /* The article's word for a part that the article itself does not use; empty when it does. */
        function ownWord(one) {
            var first = one.choices[0], named;
            if (first.worth === q.EXACT && first.keys.every(function (each) { return articleWords[each]; })) { return ""; }
            named = one.choices.filter(function (choice) { return choice.term; })[0];
            return named ? named.term : "";
        }

        function covered(understood, missing_) {
            var seen = table();
            return understood.parts.filter(function (one) { return one.choices.length && isContent(one) && !has(missing_, one.typed); }).map(function (one) {
                return [one.typed, ownWord(one)];
            }).filter(function (pair) {
                var isNew = !seen[pair.join("\n")];
                seen[pair.join("\n")] = true;
                return isNew;
            });
        }

        function isOfAnotherTopic(understood) {
            var foreign = sum(understood.parts.map(function (one) { return one.isForeign ? one.weight : 0; }));
            return understood.caution !== "" && foreign >= sum(understood.parts.map(function (one) { return one.weight; })) - foreign;
        }

        function marks(text, sought) {
            return words(text).filter(function (word) { return !lists.small[word.folded] && sought[key(word.folded)]; });
        }

        /* Of a long text, the sentences that match. */
        function snippet(entry, sought) {
            var all = entry.sentences, matching = [], first, second;
            if (!all.length || entry.kind === "note") { return entry.text; } /* a note without its end could lose what limits it */
            all.forEach(function (span, number) { if (marks(entry.text.slice(span[0], span[1]), sought).length) { matching.push(number); } });
            first = matching.length ? matching[0] : 0;
            second = matching.length > 1 ? matching[1] : 0;
            if (second === first + 1) { return entry.text.slice(all[first][0], all[second][1]); }
            return (matching.length ? matching.slice(0, 2) : [0]).map(function (number) { return entry.text.slice(all[number][0], all[number][1]); }).join(" \u2026 ");
        }

        /* In which other form words of a query match an entry. */
        function alsoOf(entry, understood) {
            var stands = words(entry.lead + " " + entry.text + " " + entry.pageTitle).reverse(), present = table(), there = table(), also = [], form;
            stands.forEach(function (word) {
                present[key(word.folded)] = word.folded;
                there[word.folded] = true;
            });
            understood.parts.forEach(function (one) {
                one.choices.forEach(function (choice) {
                    var isThere = choice.keys.some(function (each) { return present[each]; });
                    if (choice.term && isThere && !choice.keys.every(function (each) { return has(understood.keys, each); })) {
                        also.push(choice.term);
                    } else if (choice.worth === q.EXACT && choice.keys.length === 1 && one.weight && !there[one.typed] && present[choice.keys[0]]) {
                        form = present[choice.keys[0]];
                        if (form.indexOf(one.typed) !== 0 && one.typed.indexOf(form) !== 0) { also.push(form); }
                    }
                });
            });
            return also;
        }

        /* Whether a query names anything beside the words that ask for a call, the subject, and the people whom it is about. */
        function namesMore(understood, asking) {
            return understood.parts.some(function (one) {
                return isContent(one) && !one.isSubject && !lists.generic[one.typed] && words(one.typed).some(function (word) { return !has(asking, word.folded); });
            });
        }

        /* Whether every word of a query that tells something stands in one line of the danger box. */
        var boxLines = data.boxWords.map(function (line) { return set(part(line)); });
        function isInBox(query) {
            var folded = words(query).map(function (word) { return word.folded; }).filter(function (word) { return !lists.small[word]; });
            return folded.length > 0 && boxLines.some(function (line) {
                return folded.every(function (word) { return line[word]; }) || folded.every(function (word) { return line[key(word)]; });
            });
        }

        var find = function (typed, limit, isExact) {
            var query = find.whole(typed), understood = understand(query, isExact), measured = measure(understood.corrected || query, understood);
            var asking = tellsDanger.asks(query), isUrgent = asking.length > 0 || tellsDanger(query), box = asking.length > 0 && data.box, at;
            var question = measured.question, found = measured.found, passages = rankPassages(question, found, understood, isUrgent), missing_;
            var isAnswered = passages.length > 0 && passages[0].answers && !isOfAnotherTopic(understood);
            var meaning = defined(understood), sought = table(), asked = table(), open = table(), best = [], nearest_, added, hits, also = [];
            var first = passages.length ? found[passages[0].number] : null;
            if (isAnswered && meaning !== null && !tellsMeaning(entries[passages[0].number], first, question, understood)) { isAnswered = false; }
            if (isAnswered) { best = passages.filter(function (one) { return one.answers; }).map(function (one) { return one.number; }); }
            best.slice(0, limit).forEach(function (number) { entries[number].alerts.forEach(function (id) { open["notes/" + id] = true; }); });
            if (isAnswered && question.asked.headed.indexOf(data.definition) < 0) { meaning = null; }
            added = additions(question, found, meaning, open);
            var isWhole = isAnswered || added[0] === meaning;
            if (box && !namesMore(understood, asking)) { /* what else the article has on words such as "who" or "call" is no answer */
                best = [];
                added = added.filter(function (number) { return number === meaning; });
                isAnswered = isWhole = true;
            }
            nearest_ = isAnswered ? [] : near(passages, found);
            missing_ = isWhole ? [] : missing(query, understood, nearest_);
            if (missing_.length && data.box && !understood.told.length && isInBox(understood.corrected || query)) { /* nothing else answers, and the box has all of it */
                box = data.box;
                isAnswered = isWhole = true;
                nearest_ = missing_ = [];
            }
            understood.parts.forEach(function (one) {
                one.choices.forEach(function (choice) { choice.keys.forEach(function (each) { sought[each] = asked[each] = true; }); });
            });
            words(query).forEach(function (word) { asked[key(word.folded)] = true; });
            hits = best.slice(0, Math.max(1, limit - added.length)).concat(added).slice(0, limit);
            hits.forEach(function (number) { also = also.concat(alsoOf(entries[number], understood)); });
            var shown = function (number) { return { entry: entries[number], snippet: snippet(entries[number], sought) }; };
            hits = hits.map(shown);
            if (box) { /* a story is answered first, and whether to trust this rather than to call */
                at = (question.isShort && !has(question.asked.told, data.ofReference)) || !best.length || tellsDanger.isPointed(asking) ? 0 : 1;
                hits = hits.slice(0, at).concat([{ entry: box, snippet: box.text }], hits.slice(at)).slice(0, limit);
            }
            return {
                hits: hits,
                total: best.length + added.length + (box ? 1 : 0),
                isAnswered: isAnswered,
                near: nearest_.map(shown),
                missing: missing_,
                covered: isWhole ? [] : covered(understood, missing_),
                headings: hits.length ? [] : headings(nearest_, found),
                marks: function (text) { return marks(text, sought); },
                also: once(also),
                related: data.related.filter(function (one) {
                    return one[0].length && one[0].every(function (each) { return asked[each]; });
                }).map(function (one) { return one.slice(1); }),
                corrected: understood.corrected,
                keys: understood.keys
            };
        };
        find.whole = function (typed) {
            return whole(typed, function (word) { return !lists.wordEndings[word] && (own[word] || known[word] || isListed(word)); });
        };
        return find;
    }

    return { fold: fold, words: words, make: make, distance: distance, likeness: likeness, sound: sound };
}());
