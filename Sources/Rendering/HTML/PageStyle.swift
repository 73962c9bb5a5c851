/// The style of a page, and the policy that allows it and the script.
enum PageStyle {
  /// All that stands in the page's one style element: its own, that of pictures, and that of what the script adds.
  static let text =
    "\n" + text(of: PackageResources.page_css) + PictureRenderer.rules + PageScript.style
    + text(of: PackageResources.site_css)

  /// The policy of a lesson's page.
  static let policy = policy(script: PageScript.text)
  /// The policy of a lesson's page in a site.
  static let policyInSite = policy(script: PageScript.ofLessonInSite)

  /// Nothing is loaded from anywhere; the style and the script of the page are known by their digests.
  ///
  /// - Parameters:
  ///   - script: The script; `nil` for a page without one.
  ///   - loadsScripts: Whether the script may load another one that lies beside the page.
  static func policy(script: String?, loadsScripts: Bool = false) -> String {
    let scripts = (script.map { ["'\(SHA256.source(of: $0))'"] } ?? []) + (loadsScripts ? ["'self'"] : [])
    return "default-src 'none'; style-src '\(SHA256.source(of: text))'; script-src "
      + "\(scripts.isEmpty ? "'none'" : scripts.joined(separator: " ")); base-uri 'none'; form-action 'none'"
  }

  private static func text(of bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
