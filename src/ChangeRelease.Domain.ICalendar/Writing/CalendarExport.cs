using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>What putting a change calendar into a file came to: the file, or every rule that no file can say.</summary>
/// <remarks>A file says when, not for whom: scopes, exemptions and capacities are told to people in descriptions, and not read back.</remarks>
public sealed record CalendarExport
{
    internal CalendarExport(CalendarFile? file, ValueList<ExportFault> faults) => (File, Faults) = (file, faults);

    /// <summary>The file; null when there are faults. Each rule is an event <c>RULE@CALENDAR</c> in the category WINDOW or FREEZE, its SEQUENCE the version.</summary>
    public CalendarFile? File { get; }

    /// <summary>Every rule that a file cannot say; empty when there is a file.</summary>
    public ValueList<ExportFault> Faults { get; }

    /// <summary>Puts a change calendar into a file.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="settings">From when on, and how far.</param>
    /// <returns>The file, or every rule that it cannot say.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static CalendarExport Of(ChangeCalendar calendar, CalendarExportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(settings);
        var faults = new List<ExportFault>();
        var writer = new RuleEntries(calendar, settings, faults);
        var entries = calendar.Rules.Select(writer.Of).OfType<CalendarEntry>().ToList();
        return faults.Count > 0
            ? new CalendarExport(null, faults.ToValueList())
            : new CalendarExport(new CalendarFile(entries) { Name = calendar.Id.Value, Otherwise = calendar.Otherwise }, []);
    }

    /// <summary>The file, where there has to be one.</summary>
    /// <returns>The file.</returns>
    /// <exception cref="InvalidOperationException">There are faults; the message lists all of them.</exception>
    public CalendarFile GetFileOrThrow() => File ?? throw new InvalidOperationException($"The calendar cannot be put into a file:\n{string.Join('\n', Faults)}");
}
