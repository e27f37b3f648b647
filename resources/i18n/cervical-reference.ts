<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en">
  <context>
    <name>FieldNames</name>
    <message>
      <source>address</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>always open</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>answer</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>audience</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>author</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>bars</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>checked</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>corrected</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>description</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>digest of what was reviewed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>direction</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>evidence notes</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>file</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>follows</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>for whom</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>grade of evidence</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>in plain words</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>issuer</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>key words</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>kind</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>language</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>left out</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>looked for again</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>marks</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>meaning</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>one line</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>peer review</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>places</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>question</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>read as</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>remarks</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>reviewed by</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>sections</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>short form</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>signs</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>sources</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>term</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>text</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>title</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>updated</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>updates</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>urgency</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>verdict</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>weeks</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>word of the article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>year</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Labels</name>
    <message>
      <source>A line at {week}: {label}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>About and disclaimer</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Added</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Added by the editors, not part of the article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Also in this reference</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Always open</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>April</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Article of {date}, content {digest}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>August</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Author</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Author not stated by the source</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Before</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Before: {before}. Now: {now}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Both statements stand in this reference as the source has them. Each point links to the places it tells of.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>By meaning</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Change to, or why</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Changed since the review</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Checked {date}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Clear</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Clinic name and phone</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Code of this text: {code}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Collapse all</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Contents</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Corrected</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Covered:</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Danger box</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Danger box in one line, above the results of a search</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Danger sign</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Danger signs: who calls whom</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Date</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>December</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Drawn by the editors to go with the article; not part of it.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Each numbered entry is one thing that the reference tells its readers. Tick “right” if it may stay as it is, “change to” if it must say something else, “not sure” if it must be looked into. Write on the lines below what it must say, or why.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Edition</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Enlarge</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Evidence checked {date}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Evidence note</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Evidence note on the points above</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Evidence note {id}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Evidence notes</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Evidence notes on the points above</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Evidence notes {numbers}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Expand all</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Facts {names}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>February</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Figure in words</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Figure {number}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Figure {number} of {count}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Figures</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Figures are told in words here. Please look at the drawings in the program, too.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Find in this reference</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>From an evidence note, not part of the article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>From the glossary, not part of the article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Glossary</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Grade of evidence</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Hand-out for patients and families, in plain words</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Hand-out, the article’s full words</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>How to use this sheet</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>I understand</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Inconsistency {id}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Initials</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>January</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>July</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>June</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Left out</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Made on {date}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>March</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>May</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Meaning of a word</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Moved</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Must say the same as {number}, “may” and “usually” included</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Name</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Name, role, registration and signature stand on page 1</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Nearest headings</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Nearest in the article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Next: {title}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>No source named</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Not covered:</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Not part of the article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Not read itself, only what others tell of it</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Not used in the article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Not yet reviewed by a clinician</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Notes, figures and meanings rest on these publications. Addresses are shown to be copied; the program opens none.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Nothing has changed.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>November</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Now</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Numbers of facts</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>October</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Our numbers</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Page {page} of {count}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Peer review</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Previous: {title}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Put your initials on every page, fill in this one, and sign it. You sign for this text: the code above stands for its words.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Question and answer of the article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Question {number} of {count}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Read as an abstract</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Read as: {what}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Read in a copy, not at the issuer’s</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Read in full</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Read in part, as an opening or an abstract</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Reference</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Registration number</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Related questions</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Removed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Review sheet</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Reviewed by {name}, {role}, on {date}</source>
      <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
      <source>Reviewed by {name}, {role}, on {date}, {count} statements changed since</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message>
      <source>Reworded by the editors; facts as stated by the source.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Role</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Search instead for “{query}”</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Search vocabulary</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Searched for “{query}”</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Section</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Section {number} of {count}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>September</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Showing results for {words}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Signature</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Skip to the text</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Slide {number} of {count}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Sources</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Sources and disclaimer</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Stands beside: {place}</source>
      <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
      <source>Start with {count} cards</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message>
      <source>Statement of the article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Statements of the article are the source’s, in the editors’ words; they name no sources of their own. All other entries are the editors’, with their sources, where these are found, and what of them the editors read.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The article does not say this.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The clinician has not reviewed these as they stand now.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The day on which this page was made is not known, since the computer’s clock was wrong.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The editors change what you ask for and make a new sheet. Only a sheet with “right” at every entry becomes a record of your review. What changes after that is counted and listed wherever the review is told.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The figure “{title}” cannot be shown: {reason}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
      <source>The first {count} are shown.</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The first {shown} of {count} pages</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message>
      <source>The same in plain words</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>These sentences do not answer the question.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This article is {age} old ({date}). Guidance may have changed since.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This computer’s clock shows a day before this reference was made, so the age of the article is not known.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This page holds everything it shows. It loads nothing and opens no connection.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This page was made on {date}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This program works offline. Its packages hold no network library, and it opens no connection.</source>
      <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
      <source>This sheet has {count} entries.</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message>
      <source>Type a word or a question</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Updated</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Updates</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Used in the article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>What changed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>What does “{term}” mean?</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>What the source says of itself</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Where the article contradicts itself</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Where this comes from</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Works offline</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>[offline reference]</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>any week</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>change to</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>changed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>closest entry: {typed} → {term}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>content</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>evidence checked</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>from {week}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>not medical advice</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>not stated by the source</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>not sure</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>related: {typed} → {term}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>right</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>stated: “{text}”</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>this article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>up to {week}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>weeks of pregnancy</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>weeks {begins} to {ends}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>yes</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{begins} to {ends}</source>
      <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
      <source>{count} cards saved as {path}.</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} days</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} evidence notes</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} months</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} more evidence notes</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} pages</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} results</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} terms found</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} terms in plain words, added by the editors.</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} weeks</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} years</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message>
      <source>{day} {month} {year}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{id}, which is gone</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{names}; addresses under {number}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{name} ({again})</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{typed} → {term}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{weeks} and {days}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{week}: {label}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{words}, not in an evidence note either</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>“{typed}”, as “{term}”</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
</TS>
