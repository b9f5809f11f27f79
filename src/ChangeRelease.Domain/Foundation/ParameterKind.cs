namespace ChangeRelease.Domain.Foundation;

/// <summary>The manners of values that a parameter may take.</summary>
public enum ParameterKind
{
    /// <summary>Text; when the parameter lists choices, one of them.</summary>
    Text,

    /// <summary>A whole number of 64 bits.</summary>
    Number,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>An instant, in ISO 8601 and UTC, for example <c>2026-11-02T14:00:00Z</c>.</summary>
    Instant,

    /// <summary>An elapsed time as hours, minutes and seconds, for example <c>1:30:00</c>.</summary>
    Duration,

    /// <summary>A value with parts of its own, whose shape its host knows.</summary>
    Structure,
}
