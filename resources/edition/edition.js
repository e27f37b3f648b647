/* What the HTML edition adds where scripts run: the disclaimer first, find, and answers that open for links and for print.
   Written for old browsers: ECMAScript 5, no modules, nothing loaded. */
(function () {
    "use strict";

    var data = JSON.parse(document.getElementById("index").textContent);
    var words = data.words;
    var root = document.documentElement;
    var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
    var make = function (name, text, kind) {
        var element = document.createElement(name);
        if (text) { element.appendChild(document.createTextNode(text)); }
        if (kind) { element.className = kind; }
        return element;
    };

    /* --- comparing words as the program does: no case, no accents, one kind of dash --- */

    function fold(text) {
        var folded = text.toLowerCase();
        if (folded.normalize) { folded = folded.normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u0652\u0670]/g, ""); }
        return folded.replace(/[\u2018\u2019\u02bc]/g, "'");
    }

    function parts(text) {
        return fold(text).split(/[^0-9a-z\u00aa-\u00ff\u0100-\u1fff\u2c00-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc]+/).filter(function (word) { return word; });
    }

    /* The word itself and what is left without its ending. */
    function forms(word) {
        var made = [word];
        ["es", "s", "ing", "ed"].forEach(function (ending) {
            var stem = word.slice(0, -ending.length);
            if (stem.length > 3 && word.slice(-ending.length) === ending) { made.push(stem); }
        });
        return made;
    }

    /* What is looked for: the longest phrases that stand for a term of the article, else single words. */
    function understand(query) {
        var typed = parts(query), sought = [], meant = [], at = 0, length, phrase, terms;
        while (at < typed.length) {
            for (length = Math.min(data.longest, typed.length - at); length > 0; length -= 1) {
                phrase = typed.slice(at, at + length).join(" ");
                terms = Object.prototype.hasOwnProperty.call(data.synonyms, phrase) ? data.synonyms[phrase] : null;
                if (terms) { break; }
            }
            if (terms) {
                sought.push({ own: length > 1 ? [phrase] : forms(phrase), other: terms });
                terms.forEach(function (term) { if (term[0].slice(0, 4) !== phrase.slice(0, 4)) { meant.push(phrase + " \u2192 " + term[0]); } });
                at += length;
            } else {
                if (data.small.indexOf(" " + typed[at] + " ") < 0) { sought.push({ own: forms(typed[at]), other: [] }); }
                at += 1;
            }
        }
        return { sought: sought, meant: meant };
    }

    /* How well one part of the query is met by an entry: 0 when it is not. */
    function met(part, entry) {
        var best = 0;
        part.own.forEach(function (form) {
            var word = " " + form;
            best = Math.max(best, entry.title.indexOf(word) >= 0 ? 4 : 0, entry.text.indexOf(word) >= 0 ? 3 : 0, entry.more.indexOf(word) >= 0 ? 1.5 : 0);
        });
        part.other.forEach(function (term) {
            var word = " " + term[0];
            best = Math.max(best, (entry.title.indexOf(word) >= 0 ? 4 : 0) * term[1], (entry.text.indexOf(word) >= 0 ? 3 : 0) * term[1]);
        });
        return best;
    }

    function search(query) {
        var understood = understand(query), sought = understood.sought, total = 0;
        var scores = data.entries.map(function () { return [0, 0]; });
        sought.forEach(function (part) {
            var values = data.entries.map(function (entry) { return met(part, entry); });
            var count = values.filter(function (value) { return value > 0; }).length;
            var weight = Math.log(1 + data.entries.length / Math.max(1, count));
            total += weight;
            values.forEach(function (value, number) {
                if (value > 0) { scores[number][0] += weight; scores[number][1] += weight * value; }
            });
        });
        var hits = [];
        scores.forEach(function (score, number) {
            var share = total ? score[0] / total : 0;
            if (share >= 0.5) { hits.push([share * share * score[1] * data.entries[number].weight, number]); }
        });
        hits.sort(function (one, other) { return other[0] - one[0] || one[1] - other[1]; });
        return { total: hits.length, hits: hits.slice(0, 12).map(function (hit) { return data.entries[hit[1]]; }), meant: understood.meant, asked: sought.length > 0 };
    }

    function isUrgent(query) {
        var typed = " " + parts(query).join(" ") + " ";
        return data.triggers.some(function (trigger) { return typed.indexOf(" " + trigger + " ") >= 0; });
    }

    /* --- the results --- */

    function linkTo(place, text) {
        var link = make("a", text);
        link.setAttribute("href", "#" + place);
        return link;
    }

    function shown(entry) {
        var box = make("div", "", "result"), line = make("p");
        line.appendChild(linkTo(entry.id, entry.name));
        box.appendChild(line);
        entry.notes.forEach(function (note) {
            var aside = make("div", "", "notes"), words_ = make("p");
            aside.setAttribute("role", "note");
            words_.appendChild(make("strong", note[0] + ". "));
            words_.appendChild(document.createTextNode(note[1] + " (" + note[2] + ")"));
            aside.appendChild(words_);
            box.appendChild(aside);
        });
        if (entry.shown) { box.appendChild(make("p", entry.shown)); }
        if (entry.page !== entry.name) { box.appendChild(make("p", entry.page, "quiet")); }
        return box;
    }

    /* Words in the form that a number asks for. */
    function counted(words_, count) { return words_.forms[+words_.of.charAt(count)]; }

    function show(query) {
        var list = document.getElementById("found"), count = document.getElementById("count"), result = search(query), box;
        while (list.firstChild) { list.removeChild(list.firstChild); }
        count.textContent = "";
        document.getElementById("clear").hidden = !query;
        if (data.urgent && isUrgent(query)) {
            box = make("p", "", "urgent");
            box.appendChild(linkTo(data.urgent[0], data.urgent[1]));
            list.appendChild(box);
        }
        if (!result.asked) { return; }
        result.hits.forEach(function (entry) { list.appendChild(shown(entry)); });
        count.textContent = (result.total === 0 ? words.none : counted(result.total > result.hits.length ? words.first : words.found, result.total))
            .replace("{count}", result.total).replace("{shown}", result.hits.length);
        if (result.meant.length && result.hits.length) { count.textContent += " \u00b7 " + words.meant + ": " + result.meant.join(", "); }
    }

    function startFind() {
        var field = document.getElementById("words"), form = document.getElementById("finder"), clear = document.getElementById("clear");
        data.entries.forEach(function (entry) {
            entry.title = " " + parts(entry.name).join(" ") + " ";
            entry.text = " " + parts(entry.shown).join(" ") + " ";
        });
        form.hidden = false;
        form.addEventListener("submit", function (event) { event.preventDefault(); });
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

    /* --- the article's age, by the reader's clock; a clock before the article's date is not believed --- */

    function tellAge() {
        var told = document.getElementById("age"), then = data.updated, now = new Date();
        var months = (now.getFullYear() - then[0]) * 12 + now.getMonth() + 1 - then[1] - (now.getDate() < then[2] ? 1 : 0);
        if (now.getTime() - new Date(then[0], then[1] - 1, then[2]).getTime() <= data.old * 86400000) { return; }
        told.textContent = words.old.replace("{age}", data.ages[Math.min(months, data.ages.length - 1)]);
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
