using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Something that a template leaves open, and the bounds within which a change may fill it in (S-30): a closed family.</summary>
/// <remarks>A change gives a value for every parameter of its template, and for nothing else.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(NumberParameter), "number")]
[JsonDerivedType(typeof(ChoiceParameter), "choice")]
[JsonDerivedType(typeof(TextParameter), "text")]
public abstract record TemplateParameter
{
    private protected TemplateParameter(string name, string sentence)
    {
        Name = Identifier.Problem(name) is { } problem ? throw new ArgumentException($"A parameter's name {problem}.", nameof(name)) : name;
        ArgumentException.ThrowIfNullOrWhiteSpace(sentence);
        Sentence = Text.Canonical(sentence, nameof(sentence));
    }

    /// <summary>The name, compared ordinally.</summary>
    public string Name { get; }

    /// <summary>What the value is for.</summary>
    public string Sentence { get; }

    /// <summary>Says what keeps a value from being within the bounds; null when it is.</summary>
    internal string? Problem(string json)
    {
        using var value = JsonDocument.Parse(json);
        return Description.Problem(value.RootElement) ?? OutOfBounds(value.RootElement);
    }

    private protected abstract Parameter Description { get; }

    // Asked only about values of the right manner.
    private protected abstract string? OutOfBounds(JsonElement value);
}

/// <summary>A whole number within a range.</summary>
public sealed record NumberParameter : TemplateParameter
{
    /// <summary>Declares a number.</summary>
    /// <param name="name">The parameter's name; see <see cref="Identifier"/> for what a name may hold.</param>
    /// <param name="sentence">What the value is for; not blank.</param>
    /// <param name="atLeast">The smallest value.</param>
    /// <param name="atMost">The largest value.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a name, or <paramref name="sentence"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atMost"/> is less than <paramref name="atLeast"/>.</exception>
    [JsonConstructor]
    public NumberParameter(string name, string sentence, long atLeast, long atMost)
        : base(name, sentence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atMost, atLeast);
        (AtLeast, AtMost) = (atLeast, atMost);
    }

    /// <summary>The smallest value.</summary>
    public long AtLeast { get; }

    /// <summary>The largest value.</summary>
    public long AtMost { get; }

    private protected override Parameter Description => Parameter.Number(Name, Sentence);

    private protected override string? OutOfBounds(JsonElement value) => value.GetInt64() is var number && number >= AtLeast && number <= AtMost
        ? null
        : FormattableString.Invariant($"is {number}, which is not from {AtLeast} to {AtMost}");
}

/// <summary>One of several texts.</summary>
public sealed record ChoiceParameter : TemplateParameter
{
    /// <summary>Declares a choice.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="sentence">What the value is for; not blank.</param>
    /// <param name="choices">The texts it may be; at least one, and each what may be a name.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> or a choice is not a name, <paramref name="sentence"/> is blank, or there is no choice.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="choices"/> is null.</exception>
    [JsonConstructor]
    public ChoiceParameter(string name, string sentence, ValueList<string> choices)
        : base(name, sentence)
    {
        ArgumentNullException.ThrowIfNull(choices);
        Choices = choices;
        _ = Description;
    }

    /// <summary>The texts it may be.</summary>
    public ValueList<string> Choices { get; }

    private protected override Parameter Description => Parameter.Choice(Name, Sentence, [.. Choices]);

    private protected override string? OutOfBounds(JsonElement value) => null;
}

/// <summary>A text of limited length.</summary>
public sealed record TextParameter : TemplateParameter
{
    /// <summary>Declares a text. Lengths are counted in Unicode characters of normal form C.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="sentence">What the value is for; not blank.</param>
    /// <param name="atLeast">The shortest length; not negative.</param>
    /// <param name="atMost">The longest length.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a name, or <paramref name="sentence"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atLeast"/> is negative, or <paramref name="atMost"/> less than it.</exception>
    [JsonConstructor]
    public TextParameter(string name, string sentence, int atLeast, int atMost)
        : base(name, sentence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(atLeast);
        ArgumentOutOfRangeException.ThrowIfLessThan(atMost, atLeast);
        (AtLeast, AtMost) = (atLeast, atMost);
    }

    /// <summary>The shortest length.</summary>
    public int AtLeast { get; }

    /// <summary>The longest length.</summary>
    public int AtMost { get; }

    private protected override Parameter Description => Parameter.Text(Name, Sentence);

    private protected override string? OutOfBounds(JsonElement value)
    {
        var length = Text.Canonical(value.GetString(), Name).EnumerateRunes().Count();
        return length >= AtLeast && length <= AtMost
            ? null
            : FormattableString.Invariant($"has {length} characters, which is not from {AtLeast} to {AtMost}");
    }
}
