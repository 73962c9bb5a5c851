/// Where a page stands in its site.
public struct SitePlace: Hashable, Sendable {
  /// The name of its lesson, under which progress is kept.
  let lesson: String
  /// The lesson before it.
  let previous: Link?
  /// The lesson behind it.
  let next: Link?

  /// A page of another lesson.
  struct Link: Hashable, Sendable {
    let title: String
    let address: String
  }

  /// The ways to the index and to the lessons before and behind.
  func markup(label: String) -> String {
    var links = ["<a href=\"../index.html\">All lessons</a>"]
    if let previous {
      links.append(
        "<a rel=\"prev\" href=\"\(previous.address)\">Before: \(previous.title.escapedForMarkup)</a>")
    }
    if let next {
      links.append("<a rel=\"next\" href=\"\(next.address)\">Next: \(next.title.escapedForMarkup)</a>")
    }
    return
      "<nav class=\"ways\" aria-label=\"\(label)\"><ul>\(links.map { "<li>\($0)</li>" }.joined())</ul></nav>\n"
  }
}
