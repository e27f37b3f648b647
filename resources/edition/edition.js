/* What the HTML edition adds where scripts run: the disclaimer first, find, and answers that open for links and for print.
   Written for old browsers: ECMAScript 5, no modules, nothing loaded. search.js stands before it and finds. */
(function () {
    "use strict";

    var data = JSON.parse(document.getElementById("index").textContent);
    var words = data.words;
    var root = document.documentElement;
    var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
    var make = function (name, text, kind) {
        var element = document.createElement(name);
        put(element, text || "", []);
        if (kind) { element.className = kind; }
        return element;
    };

    /* --- measures keep their written order in text that is read from the right: the same stretches as in app/core/base/order.py --- */

    var order = { right: new RegExp(data.order.right), stretch: new RegExp(data.order.stretch, "g"), needed: new RegExp(data.order.needed) };
    order.forced = new RegExp(data.order.forced);

    function stretches(text) {
        var found = [], match;
        if (root.getAttribute("dir") !== "rtl" && !order.right.test(text)) { return found; }
        order.stretch.lastIndex = 0;
        while ((match = order.stretch.exec(text)) !== null) {
            if (order.needed.test(match[0])) { found.push({ start: match.index, end: match.index + match[0].length }); }
        }
        return found;
    }

    /* Adds words to an element: what has to be kept in order stands in elements of its own, what was sought is marked. */
    function put(element, text, marks) {
        var kept = stretches(text), edges = [0, text.length], at, now, inside = null, place = element, piece;
        var around = function (spans, from) { return spans.filter(function (span) { return span.start <= from && from < span.end; })[0] || null; };
        kept.concat(marks).forEach(function (span) { edges.push(span.start, span.end); });
        edges = edges.filter(function (edge, number) { return edges.indexOf(edge) === number; }).sort(function (one, other) { return one - other; });
        for (at = 0; at + 1 < edges.length; at += 1) {
            now = around(kept, edges[at]);
            if (now !== inside) {
                place = now ? element.appendChild(document.createElement(order.forced.test(text.slice(now.start, now.end)) ? "bdo" : "span")) : element;
                if (now) { place.setAttribute("dir", "ltr"); }
                inside = now;
            }
            piece = document.createTextNode(text.slice(edges[at], edges[at + 1]));
            (around(marks, edges[at]) ? place.appendChild(document.createElement("mark")) : place).appendChild(piece);
        }
        return element;
    }

    function set(element, text) {
        element.textContent = "";
        put(element, text, []);
    }

    var fold = finder.fold;

    /* --- does a query tell of a danger sign? The same rule as the program's: app/core/search/danger.py says what it does and why --- */

    var GAP = 3, LEAST = 4, LEAST_SLIP = 5, LISTED = 3, MOST = 64;
    var has = function (list, value) { return list.indexOf(value) >= 0; };
    var meets = function (one, other) { return one.some(function (value) { return has(other, value); }); };

    /* Ways of telling as lists of words, each a list of those of which one is enough. */
    function waysOf(texts) {
        return texts.map(function (text) { return text.split(" ").map(function (element) { return element.split("/"); }); });
    }

    function isOneSlip(typed, meant) {
        var at = 0, one, other;
        if (Math.abs(typed.length - meant.length) > 1) { return false; }
        while (at < Math.min(typed.length, meant.length) && typed.charAt(at) === meant.charAt(at)) { at += 1; }
        one = typed.slice(at);
        other = meant.slice(at);
        return one.slice(1) === other.slice(1) || one === other.slice(1) || one.slice(1) === other ||
            (one.charAt(0) === other.charAt(1) && one.charAt(1) === other.charAt(0) && one.slice(2) === other.slice(2));
    }

    function makeDanger(given) {
        var rules = given.rules, ways = {}, forms = [], heardBefore = {}, signForms = {};
        var gather = function (list, isSign) {
            list.forEach(function (way) {
                way.forEach(function (element) {
                    element.forEach(function (form) {
                        if (isSign) { signForms["=" + form] = true; }
                        forms.push(form);
                    });
                });
            });
        };
        Object.keys(rules).forEach(function (name) {
            if (name !== "written" && name !== "endings") { ways[name] = waysOf(rules[name]); gather(ways[name], false); }
        });
        ways.unlike = waysOf(given.unlike);
        ways.signs = waysOf(given.signs);
        ways.asked = waysOf(given.asked);
        ways.alone = waysOf(given.alone);
        gather(ways.unlike, false);
        gather(ways.signs, true);
        gather(ways.alone, true);
        forms = forms.filter(function (form, number) { return forms.indexOf(form) === number; });
        var isSign = function (form) { return signForms["=" + form] === true; };
        var lettersOf = function (form) { return form.replace(/\*+$/, ""); };
        var words1 = function (name) {
            var all = [];
            ways[name].forEach(function (way) { all = all.concat(way[0]); });
            return all;
        };

        function isForm(token, form) {
            var letters = lettersOf(form), rest;
            if (token.slice(0, letters.length) !== letters) { return false; }
            rest = token.slice(letters.length);
            return !rest || form !== letters || (letters.length >= LEAST && has(rules.endings, rest));
        }

        function isSlip(token, form) {
            var letters = lettersOf(form), tried = [token], length;
            if (letters.length < LEAST_SLIP) { return false; }
            if (token.charAt(0) !== letters.charAt(0) && token.slice(0, 2) !== letters.charAt(1) + letters.charAt(0)) { return false; }
            if (form !== letters) {
                tried = [];
                for (length = letters.length - 1; length < letters.length + 2; length += 1) { tried.push(token.slice(0, length)); }
            } else {
                rules.endings.forEach(function (ending) {
                    if (token.slice(-ending.length) === ending && token.length - ending.length >= LEAST_SLIP) { tried.push(token.slice(0, -ending.length)); }
                });
            }
            return tried.some(function (word) { return isOneSlip(word, letters); });
        }

        var common = " " + data.search.small + " " + data.search.neutral + " ";
        var isCommon = function (token) { return common.indexOf(" " + token + " ") >= 0; };

        function hear(token) {
            var found;
            if (/^[0-9]+$/.test(token)) { return /^(19|20)[0-9][0-9]$/.test(token) ? [token, "#", "####"] : [token, "#"]; }
            if (!Object.prototype.hasOwnProperty.call(heardBefore, token)) {
                found = forms.filter(function (form) { return isForm(token, form); });
                if (!has(found, token) && !isCommon(token)) {
                    found = found.concat(forms.filter(function (form) { return isSign(form) && isSlip(token, form); }));
                }
                heardBefore[token] = found;
            }
            return heardBefore[token].slice();
        }

        /* The words of a query, each as all it can be, with marks between; `last` may be half typed. */
        function read(query) {
            var text = fold(query), heard = [], tokens = [], end = 0, token = "", count = 0, found, mark;
            var word = /[0-9a-z\u00aa-\u00ff\u0100-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc]+/g;
            rules.written.forEach(function (pair) { text = text.split(pair[0]).join(pair[1]); });
            while (count < MOST && (found = word.exec(text)) !== null) {
                mark = /[,;:.!?()\n\u2026\u061f\u060c\u061b\u3001\u3002]/.exec(text.slice(end, found.index));
                if (mark && heard.length && !(/[0-9]/.test(text.charAt(end - 1)) && /[0-9]/.test(text.charAt(found.index)))) {
                    tokens.push(/[,\u060c\u3001]/.test(mark[0]) ? "," : ".");
                    heard.push(tokens.slice(-1));
                }
                found[0].match(/[0-9]+|[^0-9]+/g).forEach(function (part) {
                    token = part;
                    tokens.push(part);
                    heard.push(hear(part));
                });
                end = found.index + found[0].length;
                count += 1;
            }
            return { tokens: tokens, heard: heard, last: end === text.length ? token : "" };
        }

        function begun(token, isAlone) {
            if (token.length < LEAST - (isAlone ? 0 : 1) || isCommon(token)) { return []; }
            return forms.filter(function (form) { return isSign(form) && lettersOf(form).slice(0, token.length) === token; });
        }

        function stands(way, heard, start, gap) {
            var end = start + 1, number, stop;
            for (number = 1; number < way.length; number += 1) {
                stop = Math.min(end + gap + 1, heard.length);
                while (end < stop && !meets(heard[end], way[number])) {
                    if (has(heard[end], ",") || has(heard[end], ".")) { return 0; }
                    end += 1;
                }
                if (end === stop) { return 0; }
                end += 1;
            }
            return end;
        }

        function find(list, heard, gap) {
            var made = [];
            heard.forEach(function (now, start) {
                list.forEach(function (way) {
                    var end = meets(now, way[0]) ? stands(way, heard, start, gap) : 0;
                    if (end) { made.push([start, end]); }
                });
            });
            return made;
        }

        function weigh(heard, matches) {
            var all = function (name, gap) { return find(ways[name], heard, gap || 0); };
            var isMark = function (at) { return has(heard[at], ",") || has(heard[at], "."); };
            var apart = all("apart").map(function (match) { return match[0]; });
            var between = {}, either = words1("either"), also = words1("also");
            var isEnd = function (at) { return has(heard[at], ".") || has(apart, at); };
            all("between").forEach(function (match) { between[match[0]] = Math.max(match[1], between[match[0]] || 0); });

            function thought(at) {
                var first = at, last = at;
                while (first > 0 && !isEnd(first - 1) && !has(heard[first - 1], ",")) { first -= 1; }
                while (last < heard.length && !isEnd(last) && !has(heard[last], ",")) { last += 1; }
                return [first, last];
            }

            function isList(comma) {
                var at;
                for (at = comma + 1; at < Math.min(comma + 2 + LISTED, heard.length); at += 1) {
                    if (meets(heard[at], either)) { return true; }
                    if (isEnd(at)) { return false; }
                    if (has(heard[at], ",")) { return isList(at); }
                }
                return false;
            }

            function signEnd(at, target) {
                var end = 0;
                matches.forEach(function (match) { if (match[0] === at && match[1] <= target) { end = Math.max(end, match[1]); } });
                return end;
            }

            function reaches(at, target, isAll, isChain) {
                var others = 0, end;
                while (at < target) {
                    end = signEnd(at, target);
                    if (isEnd(at)) { return false; }
                    if (has(heard[at], ",")) {
                        if (!isAll && !isList(at)) { return false; }
                        others = 0;
                    } else if (meets(heard[at], either) || (isAll && meets(heard[at], also))) {
                        others = 0;
                    } else if (meets(heard[at], also)) {
                        return false;
                    } else if (between[at] && between[at] <= target) {
                        at = between[at] - 1;
                    } else if (end) {
                        others = isChain ? 0 : 1;
                        at = end - 1;
                    } else {
                        others += 1;
                    }
                    if (others > LISTED) { return false; }
                    at += 1;
                }
                return others === 0 && at === target;
            }

            function isPast(first) {
                var before;
                if (first < 1 || !has(heard[first - 1], ",")) { return false; }
                before = thought(Math.max(first - 2, 0));
                return all("once").some(function (match) {
                    return before[0] <= match[0] && match[1] <= before[1] && before[1] - before[0] - (match[1] - match[0]) <= 1;
                });
            }

            function isTurned(match) {
                var start = match[0], behind = match[1], here = thought(start);
                var reached = function (name, isAll, isChain) {
                    return all(name).some(function (found) { return found[1] <= start && reaches(found[1], start, isAll, isChain); });
                };
                if (behind < heard.length && isMark(behind)) { behind += 1; }
                if (all("behind").some(function (found) { return found[0] === behind; })) { return true; }
                if (reached("denying", false) || reached("denying_all", true, true)) { return true; }
                if (all("present").some(function (found) { return here[0] <= found[0] && found[0] <= here[1]; })) { return false; }
                if (reached("governing", false, true)) { return true; }
                return all("once").some(function (found) { return here[0] <= found[0] && found[0] < here[1]; }) || isPast(here[0]);
            }

            function isStudy() {
                if (all("own").length) { return false; }
                return all("exam", GAP).length > 0 || (all("study", GAP).length > 0 && !all("told", GAP).length);
            }

            var turned = matches.filter(isTurned);
            var told = matches.filter(function (match) {
                return !turned.some(function (other) { return other[0] <= match[0] && match[0] < other[1]; });
            });
            return { told: told, isStudy: isStudy };
        }

        function hearAll(query) {
            var all = read(query), heard = all.heard, end = heard.length - 1;
            if (all.last && !heard[end].some(isSign)) { heard[end] = heard[end].concat(begun(all.last, heard.length === 1)); }
            find(ways.unlike, heard, 0).forEach(function (match) {
                var at;
                for (at = match[0]; at < match[1]; at += 1) { heard[at] = []; }
            });
            return all;
        }

        function tells(query) {
            var heard, matches, said;
            if (!ways.signs.length) { return false; }
            heard = hearAll(query).heard;
            matches = find(ways.signs, heard, GAP);
            said = matches.length > 0 && weigh(heard, matches);
            return matches.length > 0 && said.told.length > 0 && !said.isStudy();
        }

        /* The words of a query that ask when or whom to call, and those between them. */
        tells.asks = function (query) {
            var all, said, asking = [];
            if (!ways.asked.length && !ways.alone.length) { return asking; }
            all = hearAll(query);
            said = all.heard.filter(function (heard, at) { return !has(rules.pleading.concat([",", "."]), all.tokens[at]); });
            if (find(ways.alone, said, 0).some(function (match) { return match[0] === 0 && match[1] === said.length; })) { return all.tokens; }
            weigh(all.heard, find(ways.asked, all.heard, GAP)).told.forEach(function (match) { asking = asking.concat(all.tokens.slice(match[0], match[1])); });
            return asking;
        };

        /* Whether words that ask for a call ask when or whom, and not only whether. */
        tells.isPointed = function (asking) { return asking.some(function (word) { return has(rules.pointed, word); }); };

        return tells;
    }

    var isUrgent = makeDanger(data.danger);

    /* --- the results: answers, or what the article does not say and what stands nearest; notes and meanings under their own headings --- */

    var search = null;

    function linkTo(place, text) {
        var link = make("a", text);
        link.setAttribute("href", "#" + place);
        return link;
    }

    /* Words in the form that a number asks for. */
    function counted(words_, count) { return words_.forms[+words_.of.charAt(count)].replace("{count}", count); }

    function quoted(text) { return "\u201c" + text + "\u201d"; }

    function placeName(place) {
        var known = data.places[place];
        return known[0] === known[1] ? known[0] : known[1] + " \u203a " + known[0];
    }

    /* A text with the words that were sought marked. */
    function marked(name, text, marks) {
        return put(make(name), text, marks);
    }

    /* A text that another may follow: with a full stop, unless it has a mark at its end. */
    function ended(text) {
        return /[.!?\u2026:;\u061f\u0964\u3002\uff01\uff1f\uff1a\uff1b]["'\u201d\u2019\u00bb\u203a)\]\u300d\u300f\uff09]*$/.test(text) ? text : text + ".";
    }

    function noteBox(verdict, text) {
        var box = make("div", "", "notes");
        box.setAttribute("role", "note");
        text.insertBefore(make("strong", ended(verdict) + " "), text.firstChild);
        box.appendChild(text);
        return box;
    }

    /* A passage with the notes that must not be overlooked before its words. */
    function passage(hit, result, isNear) {
        var entry = hit.entry, box = make("div", "", isNear ? "result near" : "result"), line = make("p"), name = data.names[entry.place] || entry.title;
        line.appendChild(linkTo(entry.place, name));
        box.appendChild(line);
        entry.alerts.forEach(function (id) { box.appendChild(noteBox(data.notes[id][0], make("p", data.notes[id][1] + " (" + id + ")"))); });
        box.appendChild(isNear ? make("p", hit.snippet) : marked("p", hit.snippet, result.marks(hit.snippet)));
        if (entry.foldedNotes) { box.appendChild(make("p", counted(entry.alerts.length ? words.more : words.folded, entry.foldedNotes), "quiet")); }
        if (entry.pageTitle !== name) { box.appendChild(make("p", entry.pageTitle, "quiet")); }
        return box;
    }

    /* An evidence note with the passage it stands beside, or a glossary meaning: neither is part of the article, and each says so first. */
    function added(hit, result) {
        var entry = hit.entry, isNote = entry.kind === "note", box = make("div", "", "result"), line = make("p"), around;
        var text = marked("p", hit.snippet, result.marks(hit.snippet));
        box.appendChild(make("p", isNote ? words.fromNote : words.fromGlossary, "origin"));
        if (isNote) {
            around = words.standsBeside.split("{place}");
            line.appendChild(document.createTextNode(around[0]));
            line.appendChild(linkTo(entry.place, placeName(entry.beside)));
            line.appendChild(document.createTextNode(around[1]));
            box.appendChild(noteBox(entry.title, text));
            box.appendChild(make("p", data.notes[entry.place.split("/")[1]][2], "quiet"));
            box.appendChild(line);
        } else {
            line.appendChild(linkTo(entry.place, entry.title));
            box.appendChild(line);
            box.appendChild(text);
        }
        return box;
    }

    /* The danger box, which is no part of the article either; the clinic's numbers, if there are any, end it. */
    function dangerBox(hit) {
        var box = make("div", "", "result"), line = make("p"), link = linkTo(hit.entry.place, hit.entry.title);
        box.appendChild(make("p", words.fromBox, "origin"));
        line.appendChild(link);
        box.appendChild(line);
        hit.snippet.split("\n").concat(data.urgent[2] ? [data.urgent[2]] : []).forEach(function (text) { box.appendChild(make("p", text)); });
        return box;
    }

    function heading(text, remark) {
        var line = make("p", "", "group");
        line.appendChild(make("strong", text));
        if (remark) { line.appendChild(make("span", " " + remark, "quiet")); }
        return line;
    }

    function links(places) {
        var list = make("ul");
        places.forEach(function (place) {
            var item = make("li");
            item.appendChild(linkTo(place[0], place[1]));
            list.appendChild(item);
        });
        return list;
    }

    /* Which words of a query are not covered and which are; nothing where the note or the meaning below says it all. */
    function coverage(result) {
        var box = make("div", "", "coverage"), line = function (label, text) {
            var made = make("p");
            made.appendChild(make("strong", label + " "));
            put(made, text, []);
            box.appendChild(made);
        };
        var missing = result.missing.map(quoted).join(", "), told = result.covered.map(function (pair) {
            return pair[1] ? words.coveredAs.replace("{typed}", pair[0]).replace("{term}", pair[1]) : quoted(pair[0]);
        }).join(", ");
        if (result.hits.length && !missing) { return null; }
        if (missing) { line(words.notCovered, result.hits.length ? missing : words.norInANote.replace("{words}", missing)); }
        if (told) { line(words.covered, told); }
        return box.firstChild ? box : null;
    }

    /* One line that says what was found; it is also read aloud. */
    function summary(result) {
        var told = [];
        if (!result.isAnswered) {
            told.push((result.hits.length && words.saidBy[result.hits[0].entry.kind]) || words.notSaid);
            if (result.corrected) { told.push(words.searchedFor.replace("{query}", result.corrected)); }
            return told.join(" ");
        }
        if (result.corrected) { told.push(words.shownFor.replace("{words}", result.corrected)); }
        told.push(counted(words.results, result.total));
        if (result.hits.length < result.total) { told.push(counted(words.first, result.hits.length)); }
        if (result.also.length) { told.push(words.alsoSearched.replace("{words}", result.also.join(", "))); }
        return told.join(" \u00b7 ");
    }

    function show(query, isExact) {
        var list = document.getElementById("found"), count = document.getElementById("count"), sign = document.getElementById("sign"), result, box, button;
        var empty = function (element) { while (element.firstChild) { element.removeChild(element.firstChild); } };
        var add = function (element) { if (element) { list.appendChild(element); } };
        empty(sign);
        empty(list);
        count.textContent = "";
        count.className = "";
        document.getElementById("clear").hidden = !query;
        if (!query.trim()) { return; }
        search = search || finder.make(data.search, isUrgent);
        if (data.urgent && (isUrgent(search.whole(query)) || isUrgent.asks(search.whole(query)).length)) {
            box = make("p", "", "urgent");
            box.appendChild(linkTo(data.urgent[0], data.urgent[1]));
            sign.appendChild(box);
        }
        result = search(query, data.shown, isExact);
        set(count, summary(result));
        count.className = result.isAnswered ? "" : "refused";
        if (result.corrected) {
            button = make("button", words.instead.replace("{query}", query));
            button.setAttribute("type", "button");
            button.addEventListener("click", function () {
                show(query, true);
                document.getElementById("words").focus();
            });
            add(button);
        }
        if (!result.isAnswered) { add(coverage(result)); }
        result.hits.forEach(function (hit) {
            var kind = hit.entry.kind;
            add(kind === "urgent" ? dangerBox(hit) : kind === "passage" ? passage(hit, result, false) : added(hit, result));
        });
        if (result.near.length) { add(heading(words.nearest, words.nearestLead)); }
        result.near.forEach(function (hit) { add(passage(hit, result, true)); });
        var related = result.related.filter(function (one) { return !result.hits.some(function (hit) { return hit.entry.place === one[0]; }); });
        if (related.length) {
            add(heading(words.also));
            add(links(related));
        }
        if (result.headings.length) {
            add(heading(words.nearestHeadings));
            add(links(result.headings.map(function (place) { return [place, data.places[place][0]]; })));
        }
    }

    function startFind() {
        var field = document.getElementById("words"), form = document.getElementById("finder"), clear = document.getElementById("clear");
        form.hidden = false;
        form.addEventListener("submit", function (event) { event.preventDefault(); });
        field.addEventListener("focus", function () { search = search || finder.make(data.search, isUrgent); });
        field.addEventListener("input", function () { show(field.value); });
        field.addEventListener("keydown", function (event) {
            if (event.keyCode === 27) { field.value = ""; show(""); }
        });
        clear.addEventListener("click", function () { field.value = ""; show(""); field.focus(); });
    }

    /* --- answers and folded notes open for links and for print --- */

    function reveal(place) {
        var target = place ? document.getElementById(place) : null, element = target;
        if (!target) { return; }
        while (element && element !== root) {
            if (element.nodeName === "DETAILS") { element.setAttribute("open", ""); }
            element = element.parentNode;
        }
        if (target.nodeName !== "MAIN") {
            all(".here").forEach(function (old) { old.className = old.className.replace(/ ?here/, ""); });
            target.className += " here";
        }
        if (!target.hasAttribute("tabindex") && target.nodeName !== "DETAILS") { target.setAttribute("tabindex", "-1"); }
        if (target.nodeName === "DETAILS") { target = target.querySelector("summary"); }
        target.focus();
        target.scrollIntoView();
    }

    function placeInAddress() {
        try { return decodeURIComponent(location.hash.slice(1)); } catch (error) { return ""; }
    }

    function openForPrint() {
        var closed = [];
        window.addEventListener("beforeprint", function () {
            closed = all("details:not([open])");
            closed.forEach(function (element) { element.setAttribute("open", ""); });
        });
        window.addEventListener("afterprint", function () {
            closed.forEach(function (element) { element.removeAttribute("open"); });
            closed = [];
        });
    }

    function addExpanders() {
        var first = document.querySelector("details.question"), line = make("p", "", "tools"), each = function (act) {
            return function () { all("details.question").forEach(act); };
        };
        if (!first) { return; }
        [[words.expand, function (element) { element.setAttribute("open", ""); }], [words.collapse, function (element) { element.removeAttribute("open"); }]]
            .forEach(function (pair) {
                var button = make("button", pair[0]);
                button.setAttribute("type", "button");
                button.addEventListener("click", each(pair[1]));
                line.appendChild(button);
            });
        first.parentNode.insertBefore(line, first);
    }

    /* --- the article's age, by the reader's clock; of a clock before the newest day that the page knows it is said --- */

    function tellAge() {
        var told = document.getElementById("age"), then = data.updated, now = new Date();
        var months = (now.getFullYear() - then[0]) * 12 + now.getMonth() + 1 - then[1] - (now.getDate() < then[2] ? 1 : 0);
        if (now.getTime() + 86400000 < new Date(data.newest[0], data.newest[1] - 1, data.newest[2]).getTime()) {
            if (told.hidden) { set(told, words.clock); told.hidden = false; }
            return;
        }
        if (now.getTime() - new Date(then[0], then[1] - 1, then[2]).getTime() <= data.old * 86400000) { return; }
        set(told, words.old.replace("{age}", data.ages[Math.min(months, data.ages.length - 1)]));
        told.hidden = false;
    }

    /* --- the disclaimer first --- */

    function askFirst() {
        var disclaimer = document.querySelector(".disclaimer"), line = make("p", "", "tools"), button = make("button", words.accept, "main");
        button.setAttribute("type", "button");
        line.appendChild(button);
        disclaimer.appendChild(line);
        root.className = "gate";
        button.addEventListener("click", function () {
            root.className = "";
            disclaimer.removeChild(line);
            disclaimer.parentNode.appendChild(disclaimer); /* it has been read: the text begins with the text */
            reveal(placeInAddress());
            if (!placeInAddress()) { document.getElementById("content").focus(); window.scrollTo(0, 0); }
        });
        window.scrollTo(0, 0);
        button.focus();
    }

    startFind();
    addExpanders();
    openForPrint();
    tellAge();
    window.addEventListener("hashchange", function () { reveal(placeInAddress()); });
    document.addEventListener("click", function (event) {
        var link = event.target;
        while (link && link.nodeName !== "A") { link = link.parentNode; }
        if (link && link.getAttribute("href") === location.hash && location.hash) { reveal(placeInAddress()); }
    });
    askFirst();
}());
