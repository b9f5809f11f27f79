namespace ChangeRelease.Domain.Calendars;

/// <summary>On which day something is observed that falls on a day off.</summary>
/// <remarks>
/// What is observed on another day is not observed on its own. A workday is one that the week works and that is no holiday. Of several that look
/// for one workday, those that need not move come first, then the others in order of time.
/// </remarks>
public enum Observance
{
    /// <summary>On the day itself, whatever it is.</summary>
    AsItFalls,

    /// <summary>From Saturday it moves to Friday.</summary>
    SaturdayToFriday,

    /// <summary>From Sunday it moves to Monday.</summary>
    SundayToMonday,

    /// <summary>From Saturday it moves to Friday, and from Sunday to Monday.</summary>
    NearestWeekday,

    /// <summary>From a day that is not worked it moves to the next workday: the substitute day of the United Kingdom.</summary>
    NextWorkday,

    /// <summary>From a day that is not worked it moves to the last workday before.</summary>
    PreviousWorkday,

    /// <summary>From Sunday it moves to the next workday; from no other day.</summary>
    SundayToNextWorkday,
}
