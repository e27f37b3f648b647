<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en">
  <context>
    <name>Accordion</name>
    <message>
      <source>Collapse all</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Collapsed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Expand all</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Expanded</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>ActBar</name>
    <message>
      <source>More</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>More for this article</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Acts</name>
    <message>
      <source>Go back to the earlier edition</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Open</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Remove</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Show problems</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>What changed</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Addresses</name>
    <message>
      <source>Looking for the article “{article}” in the library.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>There is no article “{article}” in the library.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This article was not opened. {reason}</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>AnswerTools</name>
    <message>
      <source>Copy link</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Copy with citation</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>CardExport</name>
    <message>
      <source>Save cards for Anki</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Text with tabs (*.txt *.tsv)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The cards were not saved: {reason}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Your organisation has switched off saving.</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>CardPage</name>
    <message>
      <source>&amp;End</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>1 Knew it</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>2 Partly</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>3 Not yet</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Answer</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>End the self-test (Esc)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Progress</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Show the answer (Space)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Undo the last grade (Backspace)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{done} of {count} done</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{done} of {count} done, {again} again</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Commands</name>
    <message>
      <source>&amp;About and disclaimer</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Back</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Contents</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Copy</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Dark</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Expand or collapse all answers</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Find on this page</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Forward</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Full screen</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Glossary</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Go</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Hand-out…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Handbook</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;High contrast</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Import a text…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Keys</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Larger text</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Library</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Licences</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Next section</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Normal text</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Normal text (now {percent} %)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Open a lesson…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Open content file…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Previous section</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Questions and answers</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Recent lessons</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Recent places</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Reduce motion</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Review sheet…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Search this reference</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Self-test</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Smaller text</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Sources</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Teach</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;What changed…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;What to teach…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Where this comes from</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Add article to the &amp;library…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Any letter or digit</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Back, forward</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Choose a result from the search field</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Clear the search, then go back to the page; remove the marks</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Copy &amp;link</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Copy &amp;with citation</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Copy c&amp;itation</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Ctrl+wheel</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Enter</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Esc</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>F&amp;igures</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Find &amp;next</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Find &amp;previous</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Go to the next or previous button, link or question</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Go to the start or end of the page; in a field, of its text</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Home, End</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Keys</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>L&amp;ight</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Larger or smaller text</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Mouse back, forward</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Next &amp;pane</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Next pr&amp;oblem in your file</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Open the chosen result; press the chosen button or question</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Open the program’s own &amp;article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Page Up, Page Down</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Pre&amp;vious problem in your file</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Save &amp;cards for Anki…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Scroll the results from the search field</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Search this a&amp;rticle or all</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Select &amp;all</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Start a search, unless you are in a field or in the contents</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Tab, Shift+Tab</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Theme of the s&amp;ystem</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Up, Down</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>When to &amp;call for help</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Copying</name>
    <message>
      <source>Citation copied</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Copied</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Link copied: {place}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>There is nothing to cite here</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Your organisation has switched off copying</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Details</name>
    <message>
      <source>Comes from</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Content {digest}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Earlier edition</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Included with this program</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Language</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>None</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Problem</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Review</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This computer, added on {date}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This edition</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{date}, content {digest}</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>DisclaimerCover</name>
    <message>
      <source>I understand</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Quit</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Shown again only when its text has changed. You can always find it under “About and disclaimer”.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Shown at every start. You can always find it under “About and disclaimer”.</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Editions</name>
    <message>
      <source>The file of this article cannot be read at the moment. You can go on reading, but a new edition would not be shown. {reason}</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Failure</name>
    <message>
      <source>Copy details</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Something went wrong. You can go on reading. If it happens again, please copy the details and report them.</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
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
      <source>axis</source>
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
      <source>code of the reviewed text</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>corrected</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>credential of a reviewer</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>description</source>
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
      <source>in hand-outs</source>
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
      <source>readers of hand-outs</source>
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
      <source>used in the article</source>
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
      <source>who gives hand-outs</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>who reviews</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>written by the editors</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>year</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>FigureViewer</name>
    <message>
      <source>Close</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Next step</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Step back</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Step {step} of {count}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>What the figure shows</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>FileDrops</name>
    <message>
      <source>Drop it here to add {name} to the library</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Drop it here to open {name}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Drop it here to open {name}, if it contains an article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>No file can be opened now</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Only one file can be opened at a time, and it must be on this computer</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>FilterBar</name>
    <message>
      <source>Filter the terms</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>FilterLine</name>
    <message>
      <source>Clear the filter</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Filte&amp;r</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>FindBar</name>
    <message>
      <source>Close find on this page (Esc)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Find</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Find on this page</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Next match (F3)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Not on this page</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Previous match (Shift+F3)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{current} of {total}</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Footer</name>
    <message>
      <source>Show date and review of the article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Show one line</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Frame</name>
    <message>
      <source>Cervical Reference</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>HandoutDesk</name>
    <message>
      <source>Markdown (*.md)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>No printer is installed on this computer.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>No printer is installed on this computer. Save the hand-out as a PDF and print it from another computer.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Nothing was printed: {reason}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>PDF (*.pdf)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Plain text (*.txt)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Save the hand-out</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Saved as {path}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Sent to the printer.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The file was not saved: its name must end with {forms}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The file was not saved: {reason}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The hand-out was not printed. Try again, or save it as a PDF.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The hand-out was not printed. Try again.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Web page (*.html)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Your organisation has switched off printing and saving.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Your organisation has switched off printing.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Your organisation has switched off saving.</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>HandoutDialog</name>
    <message>
      <source>&amp;All</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Full words of the article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;None</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Print…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Save as…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>All of “{group}”</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Hand-out</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Incl&amp;ude</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Include</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>La&amp;rge type</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Letter</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Na&amp;me of the contact</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>No font on this computer can show some letters or signs, such as {example}. Paper and PDF show boxes instead.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>None of “{group}”</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>P&amp;hone</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>P&amp;lain words</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Pap&amp;er</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{group}: {ticked} of {count} ticked</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{organisation} na&amp;me</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{organisation} p&amp;hone</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Hints</name>
    <message>
      <source>Enter</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Esc</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>choose</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>clear</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>open</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>IndexingBar</name>
    <message>
      <source>Articles that can be searched</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Go on</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Preparing the articles for search</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Stopped. {searchable}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>You can go on reading. If you cancel, what is prepared so far is kept.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>about {count} minutes left</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>about {count} seconds left</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>KeyCard</name>
    <message>
      <source>B or full stop, W</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Esc, F5</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>F1</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Home, End</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Keys</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Left, Up, Page Up, Backspace, right click</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Right, Down, Space, Page Down, Enter, click</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>back</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>black, white screen</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>first, last slide</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>leave</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>next</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>number, then Enter</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>that slide</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>these keys</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Labels</name>
    <message>
      <source>A line at {week}: {label}</source>
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
      <source>All articles</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>All pages of this folder belong together. They load nothing else and open no connection.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Also in this reference</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Also searched: {words}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Always open</source>
      <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
      <source>And {count} more problems.</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
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
      <source>Author not stated</source>
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
      <source>Belongs to: {place}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Both statements are in this reference as the source has them. Each point links to the places it is about.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Both statements are in this reference. Each point links to the places it is about.</source>
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
      <source>Continued on the next page</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Corrected</source>
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
      <source>Drawn to go with the article.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Each numbered entry is one thing that the reference says to its readers. Tick “right” if it may stay as it is, “change to” if it must say something else, “not sure” if it must be checked. Write on the lines below what it must say, or why.</source>
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
      <source>Everything on this page is in this one file. It loads nothing and opens no connection.</source>
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
      <source>Figures are described in words here. Please also look at the drawings in the program.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Find an article, a section or a question</source>
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
      <source>From the danger box</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>From the danger box, not part of the article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>From the glossary</source>
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
      <source>Hand-out for {readers}, in plain words</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Hand-out in plain words</source>
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
      <source>In the article:</source>
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
      <source>It belongs to another article ({named}). Open that article first, then the lesson.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>It has more than {most} lines.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>It is not a lesson of this program, or it is damaged ({reason}).</source>
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
      <source>Language: {language}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Left out</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Line {number} is not in this article: “{place}”. The nearest is “{title}”.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Line {number}, “{title}”, cannot be taught by itself. Sections, questions, figures and the danger box can.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Line {number}, “{title}”, is the same as line {first}.</source>
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
      <source>Must say the same as {number}, including “may” and “usually”</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Name</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Name and phone</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Name, role and signature are on page 1</source>
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
      <source>No title, section or question has all of these words.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Nobody has reviewed these in their present form.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Not in the article:</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Not part of the article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Not read, only what others say about it</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Not used in the article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Not yet reviewed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Not yet reviewed by {reviewer}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Notes, figures and meanings are based on these publications. You can copy their addresses; the program does not open them.</source>
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
      <source>Problem {number}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Problem {number} · line {line}</source>
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
      <source>Read in a copy, not from the issuer</source>
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
      <source>Statements of the article name no sources of their own. Other entries name their sources, where to find them, and how much of them the editors read.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Statements of the article say what the source says, in the editors’ words; they name no sources of their own. All other entries are by the editors. Each names its sources, where to find them, and how much of them the editors read.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The article does not say this.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The article does not say this. See the evidence note below.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The article does not say this. See the glossary below.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The date of this computer is wrong: it is earlier than the date of this reference. So the age of the article is not known.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The date of this page is not known, because the computer’s clock was wrong.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The editors make these changes and print a new sheet. Only a sheet with “right” at every entry becomes a record of your review. Later changes are counted and listed wherever your review is shown.</source>
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
      <source>The lesson “{name}” is saved: {path}</source>
      <translation type="unfinished"></translation>
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
      <source>This page was made on {date}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This program works offline. It has no network library and opens no connection.</source>
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
      <source>What the authors say of this text</source>
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
      <source>Write your initials on every page. Fill in this page and sign it. Your signature is for this text; the code above identifies it.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Written by the editors themselves.</source>
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
      <source>closest word: {typed} → {term}</source>
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
      <source>no</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>not stated</source>
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
      <source>weeks</source>
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
      <source>{count} articles</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} articles can be searched</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} cards saved as {path}.</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} cards were not asked.</source>
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
      <source>{count} problems</source>
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
      <source>{count} signs</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} slides</source>
      <translation type="unfinished">
        <numerusform></numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} suggestions</source>
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
      <source>{count} terms in plain words.</source>
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
      <source>{id}, which was removed</source>
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
      <source>{organisation} name and phone</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{title} (continued)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{title} ({signs})</source>
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
  <context>
    <name>LessonCover</name>
    <message>
      <source>&amp;Open…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Recent lessons…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Save…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Teach</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Figure: {title}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>In this lesson, in this order</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Move &amp;down</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Move &amp;up</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Space ticks a line. Alt+Up and Alt+Down move it.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Tick &amp;all</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Tick &amp;none</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>What to teach</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>nothing is ticked</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{title}: line {number} of {count}</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>LessonFiles</name>
    <message>
      <source>All files (*)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Lesson “{name}”</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Lesson “{name}”, changed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Lessons (*.json)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Not saved as a lesson</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Open a lesson</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Save the lesson</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The lesson was not saved: {reason}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The lesson “{name}” is no longer there: {path}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The lesson “{name}” was not opened. {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The whole article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>lesson</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>LibraryDesk</name>
    <message>
      <source>Add article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Articles (*.refpack *.json)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Nothing was added. {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Nothing was put back. {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Nothing was removed. {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The edition was not changed. {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The editions were not compared. {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The problems cannot be shown. {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The reason is not known.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This article was not opened. {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Wait a moment: the library has not answered yet.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>“{title}” is in the library now.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>“{title}” is shown in another edition now.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>“{title}” is shown in its edition of {date} now.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>“{title}” was removed.</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>LibraryLine</name>
    <message>
      <source>&amp;Add article…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Import a text…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Add article…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Add…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Filter the articles</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Import a text…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Import…</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>LibraryPage</name>
    <message>
      <source>1 article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>A folder has not answered yet</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Add article…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>All can be opened now; {count} can be searched so far</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Articles</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Articles of the program or of a shared folder cannot be removed here.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Cannot be opened: {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Clear filter</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Included</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Keep</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Library</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>No title, description or language has “{words}”.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Nothing here yet</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Only articles that were added on this computer can go back to an earlier edition.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Reading the library…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Remove</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Remove “{title}” from this computer?</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Shared folder</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Show problems</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Some folders have not answered yet</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>There is no earlier edition of this article.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This computer</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Your organisation has switched off adding and removing articles.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{count} articles, by title</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{count} more cannot be opened</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{shown} of {count} shown</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>LibraryRoom</name>
    <message>
      <source>Only the open article can be searched: {reason}</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Licences</name>
    <message>
      <source>Back to the licences</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>How to replace Qt in this program</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Licences</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This copy runs from its source code, so the list of licences is not here. The packages contain it.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This list shows what is in this package. The licence texts, and this list as a file, are in {folder}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{program} {version} is under the MIT licence. It uses Qt under the LGPL, version 3.</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>MessageList</name>
    <message>
      <source>Line {line}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Line {line}, column {column}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>To fix: {mend}</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Navigator</name>
    <message>
      <source>All articles</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Contents</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Library</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Reference</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>NewEdition</name>
    <message>
      <source>Open it</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The article “{title}” can be read now ({edition}).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>There is another edition of this article: {edition}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>What changed</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Notice</name>
    <message>
      <source>Close this notice</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Notice</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Show one line of the notice</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Show the whole notice</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>OpenNow</name>
    <message>
      <source>{name} was not opened. First close the page that covers the window.</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Opening</name>
    <message>
      <source>All files (*)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Articles and texts (*.json *.md *.markdown *.txt *.docx)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Compare with another edition</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Content (*.json)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Import a text</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Open content file</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Save the article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Texts (*.md *.markdown *.txt *.docx)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This file was not compared. {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This text was not imported. {reason}</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Page</name>
    <message>
      <source>Evidence notes hidden</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Evidence notes shown</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Presenting</name>
    <message>
      <source>Article of {date}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Sections, each with its figures</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Preview</name>
    <message>
      <source>Preview: {pages}</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Question</name>
    <message>
      <source>collapsed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>expanded</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>ReadingPane</name>
    <message>
      <source>Problems</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{name} cannot be opened.</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>RecentLessons</name>
    <message>
      <source>{name} (in {folder})</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>ResultList</name>
    <message>
      <source>All articles</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Also in this reference › {page}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Exact words only</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>From an article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>From the article</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>How to use this program is in the handbook (Shift+F1).</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>No article says this</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>No result for these words yet</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Not in this article. {results} in all articles</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Search instead for “{query}”</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Search results</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Searched for “{query}”</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Showing results for {words}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The article has these words, but not together in one place.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The search is still getting ready. Until then, it finds only the exact words that you type.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This reference has one article, “{title}”.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{results} in {articles}</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>ResultPage</name>
    <message>
      <source>&amp;Go on</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Undo the last grade</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Again</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Knew it</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Not yet</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Partly</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>So far you knew {known} of {count}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>You knew {known} of {count}</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>ReviewDesk</name>
    <message>
      <source>Making the review sheet…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>No font on this computer can show some letters or signs, such as {example}. Boxes are shown instead.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>PDF, paper A4 (*.pdf)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>PDF, paper Letter (*.pdf)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Save the review sheet</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Saved as {path}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The file was not saved: its name must end with {forms}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The file was not saved: {reason}.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Web page (*.html)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Your organisation has switched off saving.</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>SavedFile</name>
    <message>
      <source>&amp;Open</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Show &amp;in folder</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This computer cannot show folders. {name} is in this folder: {folder}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This computer has no program that opens {name}. You can find it in this folder: {folder}</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>ScopeBar</name>
    <message>
      <source>All articles</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>All articles ({count})</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Search in</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This article</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>SearchField</name>
    <message>
      <source>Clear the search</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Clear the search (Esc)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Search</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Search this reference</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Searching</name>
    <message>
      <source>Search: {letter}</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>SelfTest</name>
    <message>
      <source>Self-test</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Session</name>
    <message>
      <source>No font on this computer can show some letters or signs of this article, such as {example}. Boxes are shown instead.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Nothing was searched for. First close the page that covers the window.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This file was not opened. {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>This file was not opened: it contains no article that can be shown. {reason}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{name} was not added: articles cannot be added to the library now.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>{name} was not opened. First close the page that covers the window.</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>SideColumn</name>
    <message>
      <source>Beside the text</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>StartPage</name>
    <message>
      <source>&amp;Also cards whose note says {verdicts} ({count})</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Glossary terms ({count})</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;How many cards</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Questions ({count})</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>&amp;Shuffle</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>All</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Save &amp;cards for Anki…</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Self-test</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Start</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Think of the answer, press Space to see it, then say how well you knew it: 1, 2 or 3. Backspace undoes a grade, Esc ends.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Your answers are not saved.</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>TeachView</name>
    <message>
      <source>B</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Esc</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>F1</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Go to slide {number} of {count}: Enter</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Space</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The screen is black.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>The screen is white.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>answer</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>blank</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>keys</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>leave</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>next</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>ToolBar</name>
    <message>
      <source>More commands</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Typesetter</name>
    <message>
      <source>collapsed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>expanded</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>UrgentLine</name>
    <message>
      <source>in “{article}”</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>Window</name>
    <message>
      <source>Article of {date}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Ctrl+K</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Each article has its own date and review</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Library</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Text size {percent} %</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>There is no place “{place}” in this article. The nearest one is “{title}”.</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>WritingPanel</name>
    <message>
      <source>Collapsed</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Enter goes to the place on the page.</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Expanded</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Next problem (F8)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>No problems</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Previous problem (Shift+F8)</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Problem {number} of {count}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Problems</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Problems and suggestions</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Suggestions</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
  <context>
    <name>WritingStatus</name>
    <message>
      <source>Cannot be shown yet, {problems}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Copy the list</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Problems</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Reloaded {time}, {problems}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Shown as it was at {time}, {problems}</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Stop watching</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Waiting for the file</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>Watching {file}: the page changes each time you save it</source>
      <translation type="unfinished"></translation>
    </message>
    <message>
      <source>no problems</source>
      <translation type="unfinished"></translation>
    </message>
  </context>
</TS>
