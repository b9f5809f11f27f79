using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Text;

namespace ChangeRelease.Domain.Foundation;

/// <summary>How the values of parameters are written: one text of JSON for each value, so that equal values are written alike (S-5).</summary>
internal static class ParameterValues
{
    private static readonly InstantPattern Instants = InstantPattern.ExtendedIso;

    private static readonly DurationPattern Durations = DurationPattern.JsonRoundtrip;

    public static Codec<string> Text { get; } = new(
        value => Quoted(Foundation.Text.Canonical(value, nameof(value))),
        json => Unquoted(json) ?? throw new FormatException("The value is not a text."));

    public static Codec<long> Number { get; } = new(
        value => value.ToString(CultureInfo.InvariantCulture),
        json => long.Parse(json, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));

    public static Codec<bool> Truth { get; } = new(value => value ? "true" : "false", bool.Parse);

    public static Codec<Instant> Instant { get; } = new(
        value => Quoted(Instants.Format(value.ToMicroseconds())),
        json => Instants.Parse(Unquoted(json)!).Value.ToMicroseconds());

    public static Codec<Duration> Duration { get; } = new(
        value => Quoted(Durations.Format(value)),
        json => Durations.Parse(Unquoted(json)!).Value);

    public static Codec<T> Of<T>(JsonTypeInfo<T> type) => new(
        value => JsonSerializer.Serialize(value, type),
        json => JsonSerializer.Deserialize(json, type) ?? throw new FormatException("The value is null."));

    public static Codec<T> Named<T>()
        where T : struct, Enum =>
        Parsed(value => value.ToString(), Enum.Parse<T>);

    public static Codec<T> Parsed<T>(Func<T, string> show, Func<string, T> parse) => new(
        value => Quoted(show(value)),
        json => parse(Unquoted(json) ?? throw new FormatException("The value is not a text.")));

    public static bool IsInstant(JsonElement value) => value.ValueKind == JsonValueKind.String && Instants.Parse(value.GetString()!).Success;

    public static bool IsDuration(JsonElement value) => value.ValueKind == JsonValueKind.String && Durations.Parse(value.GetString()!).Success;

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static string? Unquoted(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetString();
    }

    /// <summary>Writes a value as JSON, and reads it back.</summary>
    internal sealed record Codec<T>(Func<T, string> Write, Func<string, T> Read)
    {
        /// <summary>Reads a value, or says that the text is none.</summary>
        /// <exception cref="FormatException">The text is no value of this kind.</exception>
        public T ReadChecked(string json)
        {
            try
            {
                return Read(json);
            }
            catch (Exception wrong) when (wrong is JsonException or FormatException or OverflowException or InvalidOperationException or ArgumentException or NotSupportedException)
            {
                throw new FormatException($"This is not the value it should be: {json}", wrong);
            }
        }

        public bool CanRead(string json)
        {
            try
            {
                ReadChecked(json);
                return true;
            }
            catch (FormatException)
            {
                return false;
            }
        }
    }
}
