import Algebra
import Prose
import Testing
import Transcript

@testable import Rendering

@Suite("Transcripts as LaTeX") struct LaTeXTests {
  @Test(arguments: [
    ("\\input{/etc/passwd}", "\\textbackslash{}input\\{/etc/passwd\\}"),
    ("$$ % # & _ ^ ~", "\\$\\$ \\% \\# \\& \\_ \\textasciicircum{} \\textasciitilde{}"),
    ("^^5c", "\\textasciicircum{}\\textasciicircum{}5c"), ("a--b", "a-{}-b"), ("''", "'{}'"),
    ("\"<>|`", "\\textquotedbl{}\\textless{}\\textgreater{}\\textbar{}\\textasciigrave{}"),
    ("é ß ŷ", "é ß ŷ"), ("∂η ≤ ·", "$\\partial$$\\eta$ $\\le$ $\\cdot$"), ("x²", "x$^{\\lhsay{00B2}{2}}$"),
    ("½", "$\\tfrac{1}{2}$"),
    ("y\u{302}", "$\\hat{\\text{y}}$"), ("誤", "\\lhchar{8AA4}"), ("🙂", "\\lhchar{1F642}"),
    ("א", "\\lhchar{05D0}"),
    ("\u{1B}\u{202E}", "\\lhchar{FFFD}\\lhchar{FFFD}"), ("a\nb\tc", "a b c"),
    ("q\u{308}\u{335}", "q\\lhchar{0308}\\lhchar{0335}"), ("✓", "$\\checkmark$"),
  ])
  func `text is printed as it is, and is no command`(text: String, latex: String) {
    #expect(LaTeXText.escaped(text) == latex)
  }

  @Test func `bookmarks hold no boxes and no mathematics`() {
    #expect(LaTeXText.plain("∂E_1 – 誤 \\x") == "partialE\\_1 - U+8AA4 \\textbackslash{}x")
  }

  @Test func `long words and code may be broken`() {
    let word = String(repeating: "a", count: 60)
    #expect(LaTeXText.prose(word).split(separator: "\\allowbreak{}").joined() == word)
    #expect(
      LaTeXText.prose(word).contains("\\allowbreak{}")
        && !LaTeXText.prose("short words only").contains("allowbreak"))
    #expect(LaTeXText.code("a+b") == "a+\\allowbreak{}b")
  }

  @Test func `a fragment is no document, and a document has a title and a language`() {
    let fragment = LaTeXRenderer(isStandalone: false).text(of: Samples.transcript)
    #expect(fragment.hasPrefix("% Written by longhand run: backpropagation\n"))
    #expect(!fragment.contains("\\documentclass") && !fragment.contains("\\begin{document}"))
    let document = LaTeXRenderer(isStandalone: true).text(of: Samples.transcript)
    for part in [
      "\\documentclass[10pt,a4paper]{article}\n", "pdftitle={Backpropagation by hand},pdflang={en-GB}",
      "\\usepackage[british]{babel}\n", "\\begin{document}\n", "\\section*{Backpropagation by hand}\n",
    ] { #expect(document.contains(part), "\(part)") }
    #expect(document.hasSuffix("\\par\\endgroup\n\\end{document}\n"))
    #expect(
      document.contains(fragment.split(separator: "\\begingroup")[0].split(separator: "\n").last ?? "?"))
  }

  @Test func `equal signs stand under each other`() {
    let line = Samples.equation(
      "y", .init(.equals, .names(formula("a + b"))), .init(.equals, .numbers(formula("1 + 2"))),
      .init(.equals, .numbers(formula("3 + 0"))), .init(.equals, .result(number("3"))), comment: "50 % of it")
    let text = LaTeXRenderer(isStandalone: false).text(
      of: Transcript(lesson: "a", title: "", sources: [], parts: [Samples.step(line)]))
    #expect(
      text.contains(
        """
        \\begin{aligned}[t]
        \\lhname{y}&= \\lhname{a} + \\lhname{b}\\qquad\\lhnote{50 \\% of it}\\\\
        &= 1 + 2\\\\
        &= 3 + 0\\\\
        &= 3
        \\end{aligned}
        """))
  }

  /// What the renderer writes, and nothing that a lesson could.
  private static let commands = Set(
    """
    par noindent hspace llap enspace advance leftskip relax text normalfont itshape sffamily bfseries ttfamily footnotesize small \
    scriptsize tiny normalsize fboxsep fbox makebox mbox rule linewidth addvspace providecommand texorpdfstring checkmark surd \
    textquotedbl lhname lhchar lhspan lhsay lhbookmark lhrow lhpar lhragged lhcode lhnote lhgap lhrule ifdefined else fi def \
    pdfextension pdfliteral literal begingroup endgroup parindent parskip sloppy emergencystretch hbadness vbadness lineskip \
    lineskiplimit section subsection subsubsection displaystyle begin end toprule midrule bottomrule nopagebreak allowbreak newline \
    quad qquad frac tfrac sqrt partial cdot mathrm mathopen Bigl Bigr wedge left right hfill kern hphantom textbullet \
    textbackslash textasciicircum textasciitilde textless textgreater textbar textasciigrave ldots leftarrow approx le ge ne pm \
    eta sigma rightskip times leq
    """.split(separator: " ").map(String.init))

  @Test func `whatever a lesson holds, braces close, commands are known and letters are those of the fonts`()
  {
    for seed in 0..<40 as Range<UInt64> {
      var random = RandomTranscript(seed: seed, digits: LayoutPropertyTests.longDigits)
      var transcript = random.transcript()
      transcript.title += " \\input{x} \\write18{y} $$ % ^^5c"
      let text = LaTeXRenderer(isStandalone: false).text(of: transcript)
      let used = Set(text.matches(of: /\\([A-Za-z]+)/).map { String($0.1) })
      #expect(
        used.subtracting(Self.commands).isEmpty, "seed \(seed): \(used.subtracting(Self.commands).sorted())")
      var depth = 0
      var previous: Character = " "
      for character in text {
        if previous != "\\" { depth += character == "{" ? 1 : character == "}" ? -1 : 0 }
        if depth < 0 { break }
        previous = previous == "\\" ? " " : character
      }
      #expect(depth == 0, "seed \(seed)")
      let strange = text.unicodeScalars.first { $0.value > 0x17E || $0.value < 0x20 && $0 != "\n" }
      #expect(strange == nil, "seed \(seed)")
    }
  }
}
