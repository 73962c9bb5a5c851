internal import PlainText

/// Where a link may lead: to a page of the web, to a file beside the lesson, or to a mail address.
struct LinkAddress {
  /// The address, with what is no plain sign of an address in hexadecimal digits: it cannot end a quotation or a command.
  let text: String

  /// `nil` for an address of any other kind, such as a script.
  init?(_ destination: String) {
    let target = destination.harmlessLine
    guard !target.isEmpty else { return nil }
    let beginning = target.prefix { $0 != ":" }
    let isRelative = beginning.endIndex == target.endIndex || beginning.contains { "/?#".contains($0) }
    guard isRelative || ["http", "https", "mailto"].contains(beginning.lowercased()) else { return nil }
    text = target.utf8.reduce(into: "") { text, byte in
      if Self.plain.contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
  }

  private static let plain = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#@!$&'*+,;=%".utf8)
}
