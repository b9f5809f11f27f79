using System.Text;
using NodaTime;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>Reads and writes calendar files: iCalendar, RFC 5545.</summary>
/// <remarks>Values are read and written by Ical.Net; lines, what may stand in them, zones and recurrence are the library's own.</remarks>
public static class CalendarText
{
    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The file, in UTF-8.</param>
    /// <param name="zones">The time zones.</param>
    /// <param name="settings">How to read it; <see cref="CalendarFileSettings.Ordinary"/> when null.</param>
    /// <returns>The content, or everything that is wrong with it, each with its line.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zones"/> is null.</exception>
    /// <exception cref="ArgumentException"><see cref="CalendarFileSettings.FloatingZone"/> is no IANA zone.</exception>
    public static CalendarFileReading Read(ReadOnlySpan<byte> bytes, IDateTimeZoneProvider zones, CalendarFileSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(zones);
        return settings?.FloatingZone is not { } zone || zones.Ids.Contains(zone)
            ? new FileReader(zones, settings ?? CalendarFileSettings.Ordinary).Read(bytes)
            : throw new ArgumentException($"There is no IANA time zone '{zone}' in which times without one could be meant.", nameof(settings));
    }

    /// <summary>Reads a file that is already text.</summary>
    /// <param name="text">The file. Half a surrogate pair in it is read as U+FFFD.</param>
    /// <param name="zones">The time zones.</param>
    /// <param name="settings">How to read it; <see cref="CalendarFileSettings.Ordinary"/> when null.</param>
    /// <returns>The content, or everything that is wrong with it, each with its line.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> or <paramref name="zones"/> is null.</exception>
    /// <exception cref="ArgumentException"><see cref="CalendarFileSettings.FloatingZone"/> is no IANA zone.</exception>
    public static CalendarFileReading ReadText(string text, IDateTimeZoneProvider zones, CalendarFileSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(Encoding.UTF8.GetBytes(text), zones, settings);
    }

    /// <summary>Reads a file from a stream, and no more of it than the limit allows.</summary>
    /// <param name="stream">The file, in UTF-8; it stays open.</param>
    /// <param name="zones">The time zones.</param>
    /// <param name="settings">How to read it; <see cref="CalendarFileSettings.Ordinary"/> when null.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The content, or everything that is wrong with it, each with its line.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="zones"/> is null.</exception>
    /// <exception cref="ArgumentException"><see cref="CalendarFileSettings.FloatingZone"/> is no IANA zone.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static async Task<CalendarFileReading> ReadAsync(
        Stream stream, IDateTimeZoneProvider zones, CalendarFileSettings? settings = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(zones);
        var known = settings ?? CalendarFileSettings.Ordinary;
        using var held = new MemoryStream();
        var buffer = new byte[1 << 14];
        while (held.Length <= known.Limits.Bytes && await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var read)
        {
            held.Write(buffer, 0, read);
        }

        return Read(held.GetBuffer().AsSpan(0, (int)held.Length), zones, known);
    }

    /// <summary>Writes a file. The same content and stamp give the same text.</summary>
    /// <param name="file">The content.</param>
    /// <param name="stamp">When it is written (DTSTAMP), cut to the second; no clock is read.</param>
    /// <returns>The text, to be encoded in UTF-8. It has lines of at most 75 bytes, and no text of the content can begin a line of its own.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is null.</exception>
    public static string Write(CalendarFile file, Instant stamp)
    {
        ArgumentNullException.ThrowIfNull(file);
        return FileWriter.Write(file, stamp);
    }
}
