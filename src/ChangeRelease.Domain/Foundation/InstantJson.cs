using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace ChangeRelease.Domain.Foundation;

/// <summary>An instant in ISO 8601, as NodaTime writes and reads it; the ordinary ones, of four-digit years and whole ticks, by the platform, which is quicker and gives the same.</summary>
internal sealed class InstantJson : JsonConverter<Instant>
{
    private const int LengthWithoutFraction = 20;
    private const int LengthWithTicks = 28;

    private static readonly JsonConverter<Instant> Any = (JsonConverter<Instant>)NodaConverters.InstantConverter;
    private static readonly Instant First = Instant.FromUtc(1, 1, 1, 0, 0);
    private static readonly Instant Last = Instant.FromUtc(9999, 12, 31, 23, 59);

    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IsOrdinary(reader) && reader.TryGetDateTime(out var ordinary) && ordinary.Kind == DateTimeKind.Utc
            ? Instant.FromDateTimeUtc(ordinary)
            : Any.Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options)
    {
        if (value >= First && value <= Last && Instant.FromUnixTimeTicks(value.ToUnixTimeTicks()) == value)
        {
            writer.WriteStringValue(value.ToDateTimeUtc());
        }
        else
        {
            Any.Write(writer, value, options);
        }
    }

    // 2026-11-02T12:00:00Z, with up to seven digits after a point; whether the numbers are a time is left to the platform.
    private static bool IsOrdinary(in Utf8JsonReader reader) =>
        reader is { TokenType: JsonTokenType.String, HasValueSequence: false, ValueIsEscaped: false }
        && reader.ValueSpan is { Length: LengthWithoutFraction or (> LengthWithoutFraction + 1 and <= LengthWithTicks) } text
        && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[^1] == 'Z'
        && text[19] == (text.Length == LengthWithoutFraction ? 'Z' : '.');
}
