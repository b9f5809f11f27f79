namespace ChangeRelease.Domain.Calendars;

/// <summary>Which instant is meant by a wall-clock time that a clock change repeats (S-43).</summary>
public enum RepeatedTime
{
    /// <summary>The first of the two.</summary>
    First,

    /// <summary>The second of the two.</summary>
    Second,
}
