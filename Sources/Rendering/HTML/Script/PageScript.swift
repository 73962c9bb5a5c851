/// The script of a page, and the style of what it adds.
///
/// The page is complete without it. With it a lesson can be read one step at a time, its questions can be answered, its
/// numbers can be looked up and tried with other values. It loads nothing, stores nothing and needs no server.
enum PageScript {
  /// The whole script: what stands between the page's one pair of script tags, byte for byte as its hash is taken.
  ///
  /// Comments and indentation are left out, for it stands in every page; the sources are the files beside this one.
  static let text = script(reading)

  /// The script of a lesson's page in a site: it keeps also how far somebody is, in the browser.
  static let ofLessonInSite = script(reading + [text(of: PackageResources.progress_js)])

  /// The script of the index of a site.
  static let ofIndex = script([PackageResources.progress_js, PackageResources.index_js].map(text(of:)))

  private static func script(_ sources: [String]) -> String {
    "(() => {\n'use strict';\n" + sources.map(compact).joined() + "})();\n"
  }

  /// The style of what the script adds; it belongs behind the page's own.
  static let style = text(of: PackageResources.reading_css)

  /// The parts of the script, in the order in which they build on each other.
  private static var reading: [String] {
    [
      PackageResources.decimals_js, PackageResources.judge_js, PackageResources.replay_js,
      PackageResources.page_js, PackageResources.questions_js, PackageResources.stepping_js,
      PackageResources.why_js, PackageResources.what_if_js, PackageResources.start_js,
    ].map(text(of:))
  }

  private static func text(of bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The lines of a source without comments, indentation and empty lines; none of its texts goes over a line.
  private static func compact(_ source: String) -> String {
    source.split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { !$0.isEmpty && !$0.hasPrefix("//") && !$0.hasPrefix("/**") }
      .map { $0 + "\n" }.joined()
  }
}
