namespace ChangeRelease.Domain.ICalendar;

/// <summary>Takes a line apart into name, parameters and value.</summary>
internal static class LineParts
{
    /// <summary>The parts, or null when it is no such line.</summary>
    public static ContentLine? Of(int number, string line)
    {
        var at = 0;
        var name = Name(line, ref at);
        var parameters = new List<ContentParameter>();
        while (name.Length > 0 && at < line.Length && line[at] == ';')
        {
            at++;
            if (Parameter(line, ref at) is not { } parameter)
            {
                return null;
            }

            parameters.Add(parameter);
        }

        return name.Length > 0 && at < line.Length && line[at] == ':' ? new ContentLine(number, name, [.. parameters], line[(at + 1)..]) : null;
    }

    private static ContentParameter? Parameter(string line, ref int at)
    {
        var name = Name(line, ref at);
        if (name.Length == 0 || at == line.Length || line[at] != '=')
        {
            return null;
        }

        var values = new List<string>();
        do
        {
            at++;
            if (Value(line, ref at) is not { } value)
            {
                return null;
            }

            values.Add(value);
        }
        while (at < line.Length && line[at] == ',');

        return new ContentParameter(name, string.Join(',', values));
    }

    private static string? Value(string line, ref int at)
    {
        var isQuoted = at < line.Length && line[at] == '"';
        var start = isQuoted ? at + 1 : at;
        var length = line.AsSpan(start).IndexOfAny(isQuoted ? "\"" : "\";:,");
        if (length < 0 || (!isQuoted && line[start + length] == '"'))
        {
            return null;
        }

        at = start + length + (isQuoted ? 1 : 0);
        return line.Substring(start, length);
    }

    private static string Name(string line, ref int at)
    {
        var start = at;
        while (at < line.Length && (char.IsAsciiLetterOrDigit(line[at]) || line[at] == '-'))
        {
            at++;
        }

        return line[start..at].ToUpperInvariant();
    }
}
