/* What the list of all articles adds where scripts run: it leaves those whose title, line, sections or questions have all words that are typed.
   Written for old browsers: ECMAScript 5, nothing loaded. Each article's own page finds in its whole text. */
(function () {
    "use strict";

    var MOST = 5; /* places that are shown of one article */
    var field = document.getElementById("words"), nothing = document.getElementById("count");
    var rows = Array.prototype.slice.call(document.querySelectorAll("li.one"));

    function fold(text) {
        var plain = text.normalize ? text.normalize("NFD").replace(/[\u0300-\u036f]/g, "") : text;
        return plain.toLowerCase();
    }

    var articles = JSON.parse(document.getElementById("index").textContent).map(function (one) {
        return { own: fold(one[0]), page: one[1], places: one[2].map(function (place) { return { id: place[0], title: place[1], own: fold(place[1]) }; }) };
    });

    function has(text, words) {
        return words.every(function (word) { return text.indexOf(word) >= 0; });
    }

    /* Shows one article, with the places that have the words, and returns whether it has any. */
    function sift(row, words) {
        var article = articles[Number(row.getAttribute("data-number"))], list = row.querySelector("ul"), places;
        places = words.length ? article.places.filter(function (place) { return has(place.own, words); }) : [];
        if (list) { row.removeChild(list); }
        row.hidden = !places.length && !has(article.own, words);
        if (!places.length) { return !row.hidden; }
        list = row.appendChild(document.createElement("ul"));
        places.slice(0, MOST).forEach(function (place) {
            var link = list.appendChild(document.createElement("li")).appendChild(document.createElement("a"));
            link.setAttribute("href", article.page + "#" + encodeURIComponent(place.id));
            link.textContent = place.title;
        });
        return true;
    }

    function find() {
        var words = fold(field.value).split(/\s+/).filter(Boolean);
        nothing.hidden = rows.filter(function (row) { return sift(row, words); }).length > 0;
    }

    document.getElementById("finder").hidden = false;
    document.getElementById("finder").addEventListener("submit", function (event) { event.preventDefault(); });
    field.addEventListener("input", find);
    if (field.value) { find(); } /* a browser may keep it when the reader comes back */
}());
