import Rendering

/// The folder of a site: only what a site is made of is written there, and only what is a site's is taken away.
struct SiteFolder {
  private let folder: TextFile

  /// The name of the index, by which a site is known.
  static let indexName = "index.html"
  /// So many bytes of a file are looked at at most.
  private static let sizeLimit = 100_000_000

  /// The folder, which is new, empty, or a site's.
  ///
  /// - Throws: a failure where it is none of them, unless `isForced`, or a file.
  init(_ folder: TextFile, isForced: Bool) throws(Failure) {
    self.folder = folder
    guard folder.exists else { return }
    guard folder.isFolder else {
      throw .usage("`\(folder.shownPath)` is a file, and a site is a folder")
    }
    guard !isForced, !folder.names.isEmpty else { return }
    let index = folder.inside(named: Self.indexName)
    guard index.isRegular, Self.holds(index, SitePages.opening) else {
      throw Failure(
        .failure, "`\(folder.shownPath)` is there, and holds no earlier site",
        details: ["hint: name another folder, or --force writes the site beside what is there"])
    }
  }

  /// Writes the page of a lesson, and gives the name of its file.
  func write(_ text: String, ofLesson name: String) throws(Failure) -> String {
    let file = "\(name).html"
    try lessons.inside(named: file).replace(with: text)
    return file
  }

  /// Writes a file beside the index.
  func write(_ text: String, to name: String) throws(Failure) {
    try folder.inside(named: name).replace(with: text)
  }

  /// Takes the pages of lessons away that are no more.
  func removeLessons(except kept: [String]) throws(Failure) {
    for name in lessons.names where name.hasSuffix(".html") && !kept.contains(name) {
      let file = lessons.inside(named: name)
      guard file.isRegular, Self.holds(file, PageRenderer.opening) else { continue }
      try file.remove()
    }
  }

  private var lessons: TextFile { folder.inside(named: Site.lessonFolder) }

  private static func holds(_ file: TextFile, _ opening: String) -> Bool {
    (try? file.bytesAtOnce(limit: sizeLimit))?.starts(with: opening.utf8) == true
  }
}
