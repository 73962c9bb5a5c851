import Testing

@testable import Rendering

/// The script of a page is one text that stands between its tags as it is, and asks for nothing from outside.
@Suite struct PageScriptTests {
  /// An end of its element or a comment of HTML would end the script where a browser reads the page.
  @Test(arguments: ["</script", "<script", "<!--", "-->", "]]>"])
  func `nothing in it ends its element`(_ text: String) {
    #expect(!PageScript.text.lowercased().contains(text))
    #expect(!PageScript.style.lowercased().contains(text))
  }

  @Test func `nothing in the style ends its element, and it loads nothing`() {
    for text in ["</style", "url(", "@import", "@font-face", "expression("] {
      #expect(!PageScript.style.lowercased().contains(text), "\(text)")
    }
  }

  /// What would ask for something, keep something, or make code of text.
  @Test(arguments: [
    "fetch(", "XMLHttpRequest", "WebSocket", "import(", "import ", "eval(", "new Function", "document.write",
    "localStorage", "sessionStorage", "document.cookie", "http:", "https:", "src=", ".src",
    "setAttribute('style",
  ])
  func `it asks for nothing, keeps nothing and runs no text`(_ text: String) {
    #expect(!PageScript.text.contains(text))
  }

  @Test func `all of it is strict and names nothing outside of itself`() {
    let lines = PageScript.text.split(separator: "\n")
    #expect(lines.prefix(2) == ["(() => {", "'use strict';"])
    #expect(lines.last == "})();")
  }

  /// Lines are taken apart without heed of texts, so that no text may go over one.
  @Test func `no text of it goes over a line`() {
    for line in PageScript.text.split(separator: "\n") {
      let templates = line.replacing(#/'[^']*'/#, with: "")
      #expect(templates.count { $0 == "`" }.isMultiple(of: 2), "\(line)")
    }
  }

  @Test func `comments and indentation are left out`() {
    for line in PageScript.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      #expect(
        !line.isEmpty && !line.hasPrefix(" ") && !line.hasPrefix("//") && !line.hasPrefix("/**"), "\(line)")
    }
  }

  /// It stands in every page, and a page has a bound of its own.
  @Test func `it is small`() {
    #expect(PageScript.text.utf8.count < 52_000)
    #expect(PageScript.style.utf8.count < 8_000)
  }
}
