/// The lines that `text` makes when none may be wider than `width` columns.
///
/// Words are what stands between spaces and line feeds; as many as fit go on a line, one space apart. A line feed ends
/// its line, and a word that is wider than a line is cut between characters. There is always at least one line, which
/// may be empty, and no line begins or ends with a space. Cost: O(n).
///
/// - Parameter firstWidth: The columns of the first line, where something else stands before it; `width` unless given.
public func wrapped(_ text: String, width: Int, firstWidth: Int? = nil) -> [String] {
  var lines: [String] = []
  for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let first = lines.isEmpty ? firstWidth ?? width : width
    lines += wrapped(paragraph.split(separator: " "), width: width, firstWidth: first)
  }
  return lines
}

private func wrapped(_ words: [Substring], width: Int, firstWidth: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  var available: Int { lines.isEmpty ? firstWidth : width }
  for word in words {
    let columns = displayWidth(String(word))
    if used > 0, used + 1 + columns <= available {
      line += " "
      line += word
      used += 1 + columns
      continue
    }
    if used > 0 || (columns > available && available < width) {
      lines.append(line)
      line = ""
      used = 0
    }
    if columns <= available {
      line += word
      used = columns
      continue
    }
    for character in word {
      let columns = displayWidth(character)
      if used > 0, used + columns > available {
        lines.append(line)
        line = ""
        used = 0
      }
      line.append(character)
      used += columns
    }
  }
  lines.append(line)
  return lines
}

/// The beginning of `text`, at most `width` columns wide; where something had to go, `…` ends it. Cost: O(width).
public func shortened(_ text: String, toWidth width: Int) -> String {
  var used = 0
  var end = text.startIndex
  for index in text.indices {
    let columns = displayWidth(text[index])
    if used + columns > width { return String(text[..<end]) + (width > 0 ? "…" : "") }
    used += columns
    if used < width { end = text.index(after: index) }
  }
  return text
}
