namespace ChangeRelease.Domain.Foundation;

/// <summary>A typed, opaque name of one thing, compared ordinally (S-9).</summary>
/// <remarks>
/// Case, accents and blanks inside are significant and kept as written; nothing is normalized.
/// Two identifiers of different types are never equal, even with the same text.
/// </remarks>
public abstract record Identifier : IComparable<Identifier>
{
    /// <summary>The greatest number of UTF-16 characters an identifier may have.</summary>
    public const int MaximumLength = 256;

    private protected Identifier(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = Problem(value) is { } problem
            ? throw new ArgumentException($"A {GetType().Name} {problem}.", nameof(value))
            : value;
    }

    /// <summary>The text exactly as it was given.</summary>
    public string Value { get; }

    /// <summary>Orders by the ordinal value of the text, not by language.</summary>
    /// <param name="other">The identifier to compare with; null sorts first.</param>
    /// <returns>A negative number, zero or a positive number, as for <see cref="IComparable{T}"/>.</returns>
    public int CompareTo(Identifier? other) => string.CompareOrdinal(Value, other?.Value);

    /// <summary>The text itself.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public sealed override string ToString() => Value;

    /// <summary>Says what keeps a text from being an identifier.</summary>
    /// <param name="value">The text to judge.</param>
    /// <returns>The rest of a sentence that begins with the identifier's type, or null when the text will do.</returns>
    public static string? Problem(string? value) => value switch
    {
        null => "may not be missing",
        "" => "may not be empty",
        { Length: > MaximumLength } => $"may not be longer than {MaximumLength} characters",
        _ when char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]) => "may not begin or end with a blank",
        _ when HasControls(value) => "may not contain control characters",
        _ when !Text.IsWellFormed(value) => "may not contain half a surrogate pair",
        _ => null,
    };

    private static bool HasControls(ReadOnlySpan<char> value) =>
        value.ContainsAnyInRange('\0', '\u001F') || value.ContainsAnyInRange('\u007F', '\u009F');
}
