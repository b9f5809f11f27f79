using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Writes and reads a ledger's events as canonical UTF-8 (S-73).</summary>
public static class BookingJson
{
    private static readonly BookingJsonContext Context = new(DomainJson.Options(new ValueListJson<Slot>(), new ValueListJson<Target>()));

    /// <summary>Writes an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>Its canonical bytes.</returns>
    public static byte[] Write(BookingEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, Context.BookingEvent);

    /// <summary>Reads an event back.</summary>
    /// <param name="bytes">What <see cref="Write"/> wrote.</param>
    /// <returns>The event.</returns>
    /// <exception cref="JsonException">The bytes are not an event that this version knows.</exception>
    public static BookingEvent ReadEvent(ReadOnlySpan<byte> bytes) =>
        DomainJson.Read(bytes, Context.BookingEvent) ?? throw new JsonException("There is no event here.");

    /// <summary>The name of an event's type, as records carry it.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>For example <c>booking-held</c>.</returns>
    public static string TypeOf(BookingEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return DomainJson.Discriminator(typeof(BookingEvent), happened.GetType());
    }
}

[JsonSerializable(typeof(BookingEvent))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
internal sealed partial class BookingJsonContext : JsonSerializerContext;
