using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Writes and reads a ledger's events and commands as canonical UTF-8 (S-73).</summary>
public static class BookingJson
{
    private static readonly BookingJsonContext Context = new(DomainJson.Options(new ValueListJson<Slot>(), new ValueListJson<Target>()));

    /// <summary>Writes an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>Its canonical bytes.</returns>
    public static byte[] Write(BookingEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, Context.BookingEvent);

    /// <summary>Reads an event back.</summary>
    /// <param name="bytes">What <see cref="Write(BookingEvent)"/> wrote.</param>
    /// <returns>The event.</returns>
    /// <exception cref="JsonException">The bytes are not an event that this version knows.</exception>
    public static BookingEvent ReadEvent(ReadOnlySpan<byte> bytes) =>
        DomainJson.Read(bytes, Context.BookingEvent) ?? throw new JsonException("There is no event here.");

    /// <summary>Writes a command.</summary>
    /// <param name="command">The command.</param>
    /// <returns>Its canonical bytes.</returns>
    public static byte[] Write(BookingCommand command) => JsonSerializer.SerializeToUtf8Bytes(command, Context.BookingCommand);

    /// <summary>Reads a command back.</summary>
    /// <param name="bytes">What <see cref="Write(BookingCommand)"/> wrote, or a host wrote in the same shape.</param>
    /// <returns>The command.</returns>
    /// <exception cref="JsonException">The bytes are not a command that this version knows.</exception>
    public static BookingCommand ReadCommand(ReadOnlySpan<byte> bytes) =>
        DomainJson.Read(bytes, Context.BookingCommand) ?? throw new JsonException("There is no command here.");

    /// <summary>The name of an event's type, as records carry it.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>For example <c>booking-held</c>.</returns>
    public static string TypeOf(BookingEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return DomainJson.Discriminator(typeof(BookingEvent), happened.GetType());
    }

    internal static Digest DigestOf(BookingCommand command) => Digest.Of(Write(command));
}

[JsonSerializable(typeof(BookingEvent))]
[JsonSerializable(typeof(BookingCommand))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
internal sealed partial class BookingJsonContext : JsonSerializerContext;
