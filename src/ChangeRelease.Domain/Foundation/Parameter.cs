using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NodaTime;

namespace ChangeRelease.Domain.Foundation;

/// <summary>What a trigger, or a requirement, takes: a name, the manner of its values, and what it is for (S-7).</summary>
public sealed record Parameter
{
    // No part of what is compared: a parameter read from a document knows no type, and is the same parameter.
    private readonly Func<string, bool>? _isReadable;

    internal Parameter(string name, ParameterKind kind, string sentence, ValueList<string> choices, Func<string, bool>? isReadable = null)
    {
        Name = Identifier.Problem(name) is { } problem ? throw new ArgumentException($"A parameter's name {problem}.", nameof(name)) : name;
        ArgumentException.ThrowIfNullOrWhiteSpace(sentence);
        if (choices.Select(Identifier.Problem).OfType<string>().FirstOrDefault() is { } unfit)
        {
            throw new ArgumentException($"A choice of the parameter '{name}' {unfit}.", nameof(choices));
        }

        (Kind, Sentence, Choices, _isReadable) = (kind, sentence, choices, isReadable);
    }

    /// <summary>The name, compared ordinally.</summary>
    public string Name { get; }

    /// <summary>The manner of its values.</summary>
    public ParameterKind Kind { get; }

    /// <summary>What the value is for.</summary>
    public string Sentence { get; }

    /// <summary>The values that a text may have; empty when it may have any.</summary>
    public ValueList<string> Choices { get; }

    /// <summary>Whether a value must be given.</summary>
    public bool IsRequired { get; internal init; } = true;

    /// <summary>A text.</summary>
    /// <param name="name">The parameter's name; see <see cref="Identifier"/> for what a name may hold.</param>
    /// <param name="sentence">What the value is for.</param>
    /// <returns>The parameter; a value is required.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a name, or <paramref name="sentence"/> is blank.</exception>
    public static Parameter<string> Text(string name, string sentence) => new(new Parameter(name, ParameterKind.Text, sentence, []), ParameterValues.Text);

    /// <summary>One of several texts.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="sentence">What the value is for.</param>
    /// <param name="choices">The texts it may be; at least one, and each what may be a name: they stand in hashed text.</param>
    /// <returns>The parameter; a value is required.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Text"/>, or there is no choice, or one is no name.</exception>
    public static Parameter<string> Choice(string name, string sentence, params ReadOnlySpan<string> choices) => choices.IsEmpty
        ? throw new ArgumentException($"The parameter '{name}' offers no choice.", nameof(choices))
        : new Parameter<string>(new Parameter(name, ParameterKind.Text, sentence, ValueList.Create(choices)), ParameterValues.Text);

    /// <summary>One of the values of an enumeration, by name.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="name">The parameter's name.</param>
    /// <param name="sentence">What the value is for.</param>
    /// <returns>The parameter; a value is required.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Text"/>.</exception>
    public static Parameter<T> Choice<T>(string name, string sentence)
        where T : struct, Enum =>
        new(new Parameter(name, ParameterKind.Text, sentence, ValueList.Create<string>(Enum.GetNames<T>())), ParameterValues.Named<T>());

    /// <summary>The name of something.</summary>
    /// <typeparam name="T">The type of the name.</typeparam>
    /// <param name="name">The parameter's name.</param>
    /// <param name="sentence">What the value is for.</param>
    /// <param name="named">Makes the name from its text.</param>
    /// <returns>The parameter; a value is required.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Text"/>.</exception>
    public static Parameter<T> Named<T>(string name, string sentence, Func<string, T> named)
        where T : Identifier
    {
        ArgumentNullException.ThrowIfNull(named);
        return Typed(name, ParameterKind.Text, sentence, ParameterValues.Parsed(value => value.Value, named));
    }

    /// <summary>A digest, as hexadecimal digits.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="sentence">What the value is for.</param>
    /// <returns>The parameter; a value is required.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Text"/>.</exception>
    public static Parameter<Digest> Digest(string name, string sentence) =>
        Typed(name, ParameterKind.Text, sentence, ParameterValues.Parsed(value => value.Hex, Foundation.Digest.Parse));

    /// <summary>A whole number.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="sentence">What the value is for.</param>
    /// <returns>The parameter; a value is required.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Text"/>.</exception>
    public static Parameter<long> Number(string name, string sentence) => new(new Parameter(name, ParameterKind.Number, sentence, []), ParameterValues.Number);

    /// <summary>True or false.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="sentence">What the value is for.</param>
    /// <returns>The parameter; a value is required.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Text"/>.</exception>
    public static Parameter<bool> Truth(string name, string sentence) => new(new Parameter(name, ParameterKind.Truth, sentence, []), ParameterValues.Truth);

    /// <summary>An instant, kept to the microsecond (S-73).</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="sentence">What the value is for.</param>
    /// <returns>The parameter; a value is required.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Text"/>.</exception>
    public static Parameter<Instant> Instant(string name, string sentence) => new(new Parameter(name, ParameterKind.Instant, sentence, []), ParameterValues.Instant);

    /// <summary>An elapsed time.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="sentence">What the value is for.</param>
    /// <returns>The parameter; a value is required.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Text"/>.</exception>
    public static Parameter<Duration> Duration(string name, string sentence) => new(new Parameter(name, ParameterKind.Duration, sentence, []), ParameterValues.Duration);

    /// <summary>A value with parts of its own.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="name">The parameter's name.</param>
    /// <param name="sentence">What the value is for.</param>
    /// <param name="type">How it is written as JSON and read back; equal values must be written alike.</param>
    /// <returns>The parameter; a value is required.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Text"/>.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> is null.</exception>
    public static Parameter<T> Structure<T>(string name, string sentence, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Typed(name, ParameterKind.Structure, sentence, ParameterValues.Of(type));
    }

    /// <summary>The name, the manner of its values, and whether one is required.</summary>
    /// <returns>For example <c>reason: Text</c> or <c>urgent: Truth, optional</c>.</returns>
    public override string ToString() => $"{Name}: {(Choices.Count > 0 ? $"one of {Choices}" : Kind)}{(IsRequired ? string.Empty : ", optional")}";

    /// <summary>Whether both have the same name, kind, choices and wording, and are both required or not.</summary>
    /// <param name="other">The parameter to compare with.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(Parameter? other) => ReferenceEquals(this, other)
        || (other is not null && (Name, Kind, Sentence, IsRequired) == (other.Name, other.Kind, other.Sentence, other.IsRequired) && Choices.Equals(other.Choices));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Kind, Sentence, IsRequired);

    /// <summary>A value of this parameter's as canonical JSON, so that equal values are written alike however they were spelled.</summary>
    internal string Canonical(JsonElement value) => Kind switch
    {
        ParameterKind.Number => ParameterValues.Number.Write(value.GetInt64()),
        ParameterKind.Instant => ParameterValues.Instant.Write(ParameterValues.Instant.Read(value.GetRawText())),
        ParameterKind.Duration => ParameterValues.Duration.Write(ParameterValues.Duration.Read(value.GetRawText())),
        _ => Arguments.Canonical(value),
    };

    /// <summary>Says what keeps a value from being one of this parameter's.</summary>
    internal string? Problem(string json)
    {
        using var value = JsonDocument.Parse(json);
        return Problem(value.RootElement);
    }

    /// <summary>Says what keeps a value from being one of this parameter's.</summary>
    internal string? Problem(JsonElement value) =>
        KindProblem(value) ?? (_isReadable?.Invoke(value.GetRawText()) == false ? "cannot be read as what it should be" : null);

    private static Parameter<T> Typed<T>(string name, ParameterKind kind, string sentence, ParameterValues.Codec<T> codec) =>
        new(new Parameter(name, kind, sentence, [], codec.CanRead), codec);

    private string? KindProblem(JsonElement value) => Kind switch
    {
        ParameterKind.Text when value.ValueKind != JsonValueKind.String => "is not a text",
        ParameterKind.Text when Choices.Count > 0 && !Choices.Contains(value.GetString()!) => $"is none of {Choices}",
        ParameterKind.Number when value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out _) => "is not a whole number of 64 bits",
        ParameterKind.Truth when value.ValueKind is not (JsonValueKind.True or JsonValueKind.False) => "is neither true nor false",
        ParameterKind.Instant when !ParameterValues.IsInstant(value) => "is not an instant such as 2026-11-02T14:00:00Z",
        ParameterKind.Duration when !ParameterValues.IsDuration(value) => "is not an elapsed time such as 1:30:00",
        ParameterKind.Structure when value.ValueKind == JsonValueKind.Null => "is null",
        _ => null,
    };
}

/// <summary>A parameter by which a typed value is put in and taken out.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed class Parameter<T>
{
    private readonly ParameterValues.Codec<T> _codec;

    internal Parameter(Parameter description, ParameterValues.Codec<T> codec) => (Description, _codec) = (description, codec);

    /// <summary>The parameter as data.</summary>
    public Parameter Description { get; }

    /// <summary>The parameter's name.</summary>
    public string Name => Description.Name;

    /// <summary>This parameter, whose value may be left out.</summary>
    /// <returns>A new parameter.</returns>
    public Parameter<T> Optional() => new(Description with { IsRequired = false }, _codec);

    /// <summary>The parameter as text.</summary>
    /// <returns>What the description says.</returns>
    public override string ToString() => Description.ToString();

    internal string Write(T value) => _codec.Write(value);

    internal T Read(string json) => _codec.ReadChecked(json);

    /// <summary>The parameter as data.</summary>
    /// <param name="parameter">The parameter.</param>
    public static implicit operator Parameter(Parameter<T> parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.Description;
    }
}
