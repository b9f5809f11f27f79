using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Names a class of changes that a freeze may exempt: a change model, or a tag that the host declares (S-48).</summary>
public sealed record ChangeClass : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">1 to 256 characters, no control characters, no blank at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a well-formed name; the message says why.</exception>
    public ChangeClass(string value)
        : base(value)
    {
    }
}
