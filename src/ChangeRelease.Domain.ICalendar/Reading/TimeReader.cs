using NodaTime;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Reads the times of a line: DTSTART, DTEND, RDATE, EXDATE and RECURRENCE-ID.</summary>
internal sealed class TimeReader(ZoneNames zones, string? floating, FileFaults faults)
{
    /// <param name="line">The line.</param>
    /// <param name="own">The zone of the event, whose days are meant; null while it is not known.</param>
    public IEnumerable<FileTime> ReadAll(ContentLine line, string? own = null)
    {
        if (!AreKnown(line))
        {
            yield break;
        }

        foreach (var item in line.Value.Split(','))
        {
            if (faults.IsFull)
            {
                yield break;
            }

            if (Read(line, item, own) is { } time)
            {
                yield return time;
            }
        }
    }

    public FileTime? ReadOne(ContentLine line, string? own = null)
    {
        if (!line.Value.Contains(',', StringComparison.Ordinal))
        {
            return ReadAll(line, own).FirstOrDefault();
        }

        faults.Add("value-unreadable", line.Number, $"{line.Name} has one time, not several.");
        return null;
    }

    private bool AreKnown(ContentLine line)
    {
        var areKnown = true;
        foreach (var parameter in line.Parameters)
        {
            areKnown &= IsKnown(line, parameter);
        }

        return areKnown;
    }

    private bool IsKnown(ContentLine line, ContentParameter parameter)
    {
        switch (parameter.Name)
        {
            case "TZID" when line.Parameters.Count(other => other.Name == "TZID") == 1:
                return true;
            case "VALUE" when parameter.Value.ToUpperInvariant() is "DATE" or "DATE-TIME" && line.Parameters.Count(other => other.Name == "VALUE") == 1:
                return true;
            case "RANGE":
                faults.Add("range-unsupported", line.Number, "An override of one occurrence and all after it is not read. End the event there, and write another one.");
                return false;
            case ['X', '-', ..]:
                faults.Ignore(line.Number, parameter.Name, "Not known here.");
                return true;
            default:
                faults.Add("parameter-unknown", line.Number, $"{line.Name} cannot be read with the parameter {Shown.Of($"{parameter.Name}={parameter.Value}")}. Write times as VALUE=DATE or VALUE=DATE-TIME, each parameter once.");
                return false;
        }
    }

    private FileTime? Read(ContentLine line, string item, string? own)
    {
        var (zone, kind) = (Parameter(line, "TZID"), Parameter(line, "VALUE")?.ToUpperInvariant());
        if (ValueReader.Time(item) is not { } read || read.HasTime == (kind == "DATE"))
        {
            faults.Add("value-unreadable", line.Number, $"'{Shown.Of(item)}' is no {(kind == "DATE" ? "day like 20261231" : "time like 20261231T220000; a day is written with VALUE=DATE")}.");
            return null;
        }

        if (ValueReader.Local(read).Year is < 2 or > 8_998)
        {
            faults.Add("value-unreadable", line.Number, $"'{Shown.Of(item)}' leaves the years 2 to 8998.");
            return null;
        }

        return (read.HasTime, read.IsUtc, zone) switch
        {
            (true, true, null) => new FileTime(ValueReader.Local(read), ZoneNames.Utc, false),
            (true, false, { } name) => Zoned(line, ValueReader.Local(read), name),
            (_, false, null) => Floating(line, ValueReader.Local(read), !read.HasTime, own),
            _ => Contradicted(line),
        };
    }

    private FileTime? Zoned(ContentLine line, LocalDateTime local, string name)
    {
        if (zones.Find(name) is { } zone)
        {
            return new FileTime(local, zone, false);
        }

        faults.Add("zone-unknown", line.Number, $"There is no time zone '{Shown.Of(name)}'. Name one of IANA such as 'Europe/London', or of Windows such as 'GMT Standard Time'.");
        return null;
    }

    private FileTime? Floating(ContentLine line, LocalDateTime local, bool isDay, string? own)
    {
        if ((isDay ? own ?? floating : floating) is { } zone)
        {
            return new FileTime(local, zone, isDay);
        }

        faults.Add("zone-missing", line.Number, $"{line.Name} names no time zone. Write TZID, or say in which zone the file is meant.");
        return null;
    }

    private FileTime? Contradicted(ContentLine line)
    {
        faults.Add("zone-contradicted", line.Number, $"{line.Name} names a time zone, and is a day, or in UTC by its Z. Take TZID out.");
        return null;
    }

    private static string? Parameter(ContentLine line, string name) => line.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Value;
}
