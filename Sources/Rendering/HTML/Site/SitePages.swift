internal import PlainText

/// Writes the pages of a site that are no lessons.
public struct SitePages: Sendable {
  private let site: Site

  /// The pages of a site.
  public init(_ site: Site) { self.site = site }

  /// What the index of every site begins with.
  public static let opening =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"generator\" content=\"Longhand site\">\n"

  // MARK: Index

  /// The index: search, the parts with their lessons, and the map of what needs what.
  public var index: String {
    let glossary = site.words.isEmpty ? "" : "<li><a href=\"glossary.html\">Glossary</a></li>"
    let parts = site.parts.map { part in
      let afterwards = part.afterwards.map { "<p class=\"afterwards\">\($0.escapedForMarkup)</p>" } ?? ""
      let lessons = part.lessons.map { item(of: $0) }.joined()
      return
        "<section class=\"course-part\"><h2>\(part.title.escapedForMarkup)</h2>\(afterwards)<ul class=\"lessons\">\(lessons)</ul></section>\n"
    }
    let body = """
      <header><h1>Lessons</h1></header>
      <nav class="ways" aria-label="Pages"><ul><li><a href="#map">What needs what</a></li>\(glossary)</ul></nav>
      <main id="course">
      \(parts.joined())<section id="map"><h2>What needs what</h2>
      <p>A line leads from a lesson down to those that need it. The same stands beside each lesson above.</p>
      <div class="scroll" role="region" tabindex="0" aria-label="Map of the lessons">\(NeedsMap(site.lessons).svg)</div></section>
      </main>

      """
    return page(title: "Lessons", body, script: PageScript.ofIndex)
  }

  private func item(of lesson: Site.Lesson) -> String {
    let titles = lesson.needs.compactMap { name in site.lessons.first { $0.name == name } }
    let needs =
      titles.isEmpty
      ? ""
      : " <span class=\"needs\">needs "
        + titles.map { "<a href=\"\(address(of: $0.name))\">\($0.title.escapedForMarkup)</a>" }
          .joined(separator: ", ") + "</span>"
    return
      "<li data-lesson=\"\(lesson.name.escapedForMarkup)\"><a class=\"lesson\" href=\"\(address(of: lesson.name))\">\(lesson.title.escapedForMarkup)</a>\(needs)</li>"
  }

  private func address(of name: String) -> String { Site.lessonFolder + "/" + name.fileAddress }

  // MARK: Glossary

  /// The words, each with what it means and the lesson that explains it; `nil` where the course has none.
  public var glossary: String? {
    guard !site.words.isEmpty else { return nil }
    let words = site.words.map { word in
      let lesson = site.lessons.first { $0.name == word.lesson }
      let source =
        lesson.map {
          " <span class=\"needs\">(<a href=\"\(address(of: $0.name))\">\($0.title.escapedForMarkup)</a>)</span>"
        } ?? ""
      return
        "<dt>\(word.names.escapedForMarkup)</dt><dd>\(word.explanation.escapedForMarkup)\(source)</dd>"
    }
    let body = """
      <header><h1>Glossary</h1></header>
      <nav class="ways" aria-label="Pages"><ul><li><a href="index.html">All lessons</a></li></ul></nav>
      <main>
      <dl class="glossary">\(words.joined(separator: "\n"))</dl>
      </main>

      """
    return page(title: "Glossary", body, script: nil)
  }

  // MARK: Pages

  private func page(title: String, _ body: String, script: String?) -> String {
    Self.opening + """
      <meta http-equiv="Content-Security-Policy" content="\(PageStyle.policy(script: script, loadsScripts: script != nil))">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>\(PageStyle.text)</style>
      </head>
      <body>
      \(body)<footer><p>Every number on these pages was worked out by Longhand.</p></footer>
      \(script.map { "<script>\($0)</script>\n" } ?? "")</body>
      </html>

      """
  }
}
