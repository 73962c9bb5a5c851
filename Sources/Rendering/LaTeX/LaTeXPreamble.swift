/// What stands above the first line of a lesson.
enum LaTeXPreamble {
  /// What the document must have that a fragment is read into.
  static let needs = [
    "% For a document with \\usepackage[T1]{fontenc} (not with LuaLaTeX) and \\usepackage{amsmath,amssymb,booktabs}."
  ]

  /// The commands that are used below, unless the document has them.
  static let commands = #"""
    \providecommand{\texorpdfstring}[2]{#1}
    \providecommand{\checkmark}{\surd}
    \providecommand{\textquotedbl}{''}
    \providecommand{\lhname}[1]{\text{\normalfont\itshape #1}}
    \providecommand{\lhchar}[1]{\text{\fboxsep=1pt\fbox{\normalfont\tiny U+#1}}}
    \ifdefined\lhspan\else\ifdefined\pdfextension\def\lhspan#1{\pdfextension literal page{#1}}%
    \else\ifdefined\pdfliteral\def\lhspan#1{\pdfliteral page{#1}}\else\def\lhspan#1{}\fi\fi\fi
    \providecommand{\lhsay}[2]{\lhspan{/Span<</ActualText<FEFF#1>>>BDC}#2\lhspan{EMC}}
    \providecommand{\lhbookmark}[2]{}
    \providecommand{\lhrow}[2]{\par\noindent\hspace*{#1em}#2\par}
    \providecommand{\lhpar}[3]{{\par\advance\leftskip by #1em\relax\noindent\llap{#2\enspace}#3\par}}
    \providecommand{\lhragged}{\rightskip=0pt plus 1fil\relax}
    \providecommand{\lhcode}[3]{\par\noindent\hspace*{#1em}{#2\ttfamily\makebox[0pt][l]{#3}}\par}
    \providecommand{\lhnote}[1]{\text{\normalfont\sffamily\footnotesize #1}}
    \providecommand{\lhgap}{\par\addvspace{6pt plus 2pt minus 1pt}}
    \providecommand{\lhrule}{\par\noindent\rule{\linewidth}{0.4pt}\par}
    """#.split(separator: "\n").map(String.init)

  /// How paragraphs are set.
  static let settings =
    #"\parindent=0pt \parskip=0pt \sloppy \emergencystretch=4em \hbadness=10000 \vbadness=10000 \lineskip=3pt \lineskiplimit=2pt"#

  /// The beginning of a whole document, on each page of which the mark stands, if there is one.
  static func beginning(title: String, mark: String?) -> [String] {
    #"""
    \documentclass[10pt,a4paper]{article}
    \usepackage{iftex}
    \ifPDFTeX\usepackage[T1]{fontenc}\input{glyphtounicode}\pdfgentounicode=1 \fi
    \usepackage{lmodern}
    \usepackage[a4paper,margin=25mm]{geometry}
    \usepackage{amsmath,amssymb,booktabs}
    \usepackage[british]{babel}
    \usepackage[unicode,hidelinks]{hyperref}
    """#.split(separator: "\n").map(String.init) + [
      "\\hypersetup{pdftitle={\(LaTeXText.plain(title))},pdflang={en-GB},pdfdisplaydoctitle=true,bookmarksnumbered=false}",
      "\\newcommand{\\lhbookmark}[2]{\\phantomsection\\pdfbookmark[#1]{#2}{lh\\thelhbookmarks}\\stepcounter{lhbookmarks}}",
      "\\newcounter{lhbookmarks}",
      "\\raggedbottom",
    ] + (mark.map { ["\\pagestyle{myheadings}\\markright{\(LaTeXText.prose($0))}"] } ?? []) + [
      "\\begin{document}"
    ]
  }
}
