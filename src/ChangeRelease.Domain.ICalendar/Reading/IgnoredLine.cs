namespace ChangeRelease.Domain.ICalendar;

/// <summary>Something of a calendar file that has no effect here.</summary>
public sealed record IgnoredLine
{
    internal IgnoredLine(int line, string name, string reason) => (Line, Name, Reason) = (line, name, reason);

    /// <summary>Its line, counted from 1: of a component the one with its BEGIN.</summary>
    public int Line { get; }

    /// <summary>The property, parameter or component.</summary>
    public string Name { get; }

    /// <summary>Why, as a sentence.</summary>
    public string Reason { get; }

    /// <summary>All of it on one line.</summary>
    /// <returns>For example <c>line 7: X-MICROSOFT-CDO-BUSYSTATUS: Not known here.</c></returns>
    public override string ToString() => FormattableString.Invariant($"line {Line}: {Name}: {Reason}");
}
