import Foundation

extension StringProtocol {
  /// The text without what switches ink on and off: `ESC [`, digits and semicolons, `m`.
  public var withoutInk: String {
    let parts = components(separatedBy: "\u{1B}[")
    return parts.dropFirst().reduce(into: parts[0]) { text, part in
      let rest = part.utf8.drop {
        (UInt8(ascii: "0")...UInt8(ascii: ";")).contains($0) && $0 != UInt8(ascii: ":")
      }
      // Any other sequence is left where it is.
      text += rest.first == UInt8(ascii: "m") ? String(rest.dropFirst()) ?? "" : "\u{1B}[" + part
    }
  }
}
