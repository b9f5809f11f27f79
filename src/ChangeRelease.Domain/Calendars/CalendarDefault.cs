namespace ChangeRelease.Domain.Calendars;

/// <summary>What holds for a target that no window rule of the calendar is about; always stated (S-45).</summary>
public enum CalendarDefault
{
    /// <summary>Closed: change only in windows.</summary>
    ClosedByDefault,

    /// <summary>Open: change at any time that is not frozen.</summary>
    OpenByDefault,
}
