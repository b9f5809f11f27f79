using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ChangeRelease.Domain.Foundation;

/// <summary>The values given for parameters: by name, each as canonical JSON; equal when all of them are (S-5).</summary>
public sealed class Arguments : IEquatable<Arguments>
{
    private readonly ImmutableSortedDictionary<string, string> _values;

    private Arguments(ImmutableSortedDictionary<string, string> values) => _values = values;

    /// <summary>No value.</summary>
    public static Arguments None { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>The names of what is given, in ordinal order.</summary>
    public ValueList<string> Names => _values.Keys.ToValueList();

    /// <summary>How many values are given.</summary>
    public int Count => _values.Count;

    /// <summary>Begins arguments with one value.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="parameter">What it is given for.</param>
    /// <param name="value">The value.</param>
    /// <returns>The arguments.</returns>
    public static Arguments Of<T>(Parameter<T> parameter, T value) => None.With(parameter, value);

    /// <summary>Reads arguments from a JSON object: a member for each.</summary>
    /// <param name="json">The object.</param>
    /// <returns>The arguments.</returns>
    /// <exception cref="FormatException">It is not an object, a member stands twice or has no name, or a text holds half a surrogate pair.</exception>
    public static Arguments Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("Arguments are an object.");
        }

        if (!EscapedText.IsWellFormed(JsonMarshal.GetRawUtf8Value(json)))
        {
            throw new FormatException("A text among the arguments holds half a surrogate pair.");
        }

        return Of(json.EnumerateObject());
    }

    /// <summary>These arguments with one more value, or another one for the same parameter.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="parameter">What it is given for.</param>
    /// <param name="value">The value.</param>
    /// <returns>New arguments.</returns>
    public Arguments With<T>(Parameter<T> parameter, T value)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return new Arguments(_values.SetItem(parameter.Name, parameter.Write(value)));
    }

    /// <summary>Whether a value is given.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>True when it is.</returns>
    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>The value given for a parameter.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="parameter">What it was given for.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KeyNotFoundException">None is given.</exception>
    /// <exception cref="FormatException">The value is not one of this parameter's.</exception>
    public T Get<T>(Parameter<T> parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return TryGet(parameter, out var value) ? value : throw new KeyNotFoundException($"No value is given for '{parameter.Name}'. A requirement that reads it says so with About, and its trigger with Takes.");
    }

    /// <summary>The value given for a parameter, when there is one.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="parameter">What it was given for.</param>
    /// <param name="value">The value; meaningless when none is given.</param>
    /// <returns>Whether one is given.</returns>
    /// <exception cref="FormatException">The value is not one of this parameter's.</exception>
    public bool TryGet<T>(Parameter<T> parameter, out T value)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        value = default!;
        if (!_values.TryGetValue(parameter.Name, out var json))
        {
            return false;
        }

        value = parameter.Read(json);
        return true;
    }

    /// <summary>Whether both give the same values for the same parameters.</summary>
    /// <param name="other">The arguments to compare with.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(Arguments? other) => ReferenceEquals(this, other) || (other is not null && _values.SequenceEqual(other._values));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Arguments);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (name, json) in _values)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(json, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>Each name with its value, as they read aloud.</summary>
    /// <returns>For example <c>days: 3, role: "dba"</c>.</returns>
    public override string ToString() => string.Join(", ", _values.Select(entry => $"{entry.Key}: {entry.Value}"));

    internal static Arguments Of(IEnumerable<JsonProperty> members)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            if (Identifier.Problem(member.Name) is { } problem)
            {
                throw new FormatException($"An argument's name {problem}.");
            }

            if (!values.TryAdd(member.Name, Canonical(member.Value)))
            {
                throw new FormatException($"The argument '{member.Name}' stands twice.");
            }
        }

        return new Arguments(values.ToImmutable());
    }

    /// <summary>The first of these values that is given and is a text; null when none is.</summary>
    internal string? TextOf(params ReadOnlySpan<Parameter<string>> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (Find(parameter.Name)?[0] == '"')
            {
                return Get(parameter);
            }
        }

        return null;
    }

    internal string? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>Arguments of values that are canonical JSON already.</summary>
    internal static Arguments OfCanonical(IEnumerable<KeyValuePair<string, string>> values) => new(None._values.AddRange(values));

    internal IReadOnlyDictionary<string, JsonElement> ToElements() => _values.ToImmutableSortedDictionary(value => value.Key, value => Element(value.Value), StringComparer.Ordinal);

    /// <summary>The arguments as one canonical text: equal when they are, and never otherwise.</summary>
    internal string ToJson()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        WriteTo(json);
        json.Flush();
        return System.Text.Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteMembersTo(json);
        json.WriteEndObject();
    }

    internal void WriteMembersTo(Utf8JsonWriter json)
    {
        foreach (var (name, value) in _values)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value, skipInputValidation: true);
        }
    }

    internal static string Canonical(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return ParameterValues.Text.Write(value.GetString()!);
        }

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            value.WriteTo(json);
        }

        return System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static JsonElement Element(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
