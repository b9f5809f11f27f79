using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace ChangeRelease.Domain.Releases;

/// <summary>Writes and reads trains' events and commands as canonical UTF-8 (S-73). A timetable's departures are the lines of RFC 5545.</summary>
public static class TrainJson
{
    private static readonly TrainJsonContext Context = new(DomainJson.Options(
        NodaConverters.LocalDateTimeConverter,
        new IdentifierJson<TrainId>(text => new TrainId(text)),
        DomainJson.Names<TrainPassengerKind>(),
        new RecurrenceSetJson(),
        new ValueListJson<TrainPassenger>(),
        new ValueListJson<LocalDateTime>()));

    /// <summary>Writes an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>Its canonical bytes.</returns>
    public static byte[] Write(TrainEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, Context.TrainEvent);

    /// <summary>Reads an event back.</summary>
    /// <param name="bytes">What <see cref="Write(TrainEvent)"/> wrote.</param>
    /// <returns>The event.</returns>
    /// <exception cref="JsonException">The bytes are not an event that this version knows.</exception>
    public static TrainEvent ReadEvent(ReadOnlySpan<byte> bytes) =>
        DomainJson.Read(bytes, Context.TrainEvent) ?? throw new JsonException("There is no event here.");

    /// <summary>Writes a command.</summary>
    /// <param name="command">The command.</param>
    /// <returns>Its canonical bytes.</returns>
    public static byte[] Write(TrainCommand command) => JsonSerializer.SerializeToUtf8Bytes(command, Context.TrainCommand);

    /// <summary>Reads a command back.</summary>
    /// <param name="bytes">What <see cref="Write(TrainCommand)"/> wrote, or a host wrote in the same shape.</param>
    /// <returns>The command.</returns>
    /// <exception cref="JsonException">The bytes are not a command that this version knows.</exception>
    public static TrainCommand ReadCommand(ReadOnlySpan<byte> bytes) =>
        DomainJson.Read(bytes, Context.TrainCommand) ?? throw new JsonException("There is no command here.");

    /// <summary>The name of an event's type, as records carry it.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>For example <c>train-departed</c>.</returns>
    public static string TypeOf(TrainEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return DomainJson.Discriminator(typeof(TrainEvent), happened.GetType());
    }

    internal static Digest DigestOf(TrainCommand command) => Digest.Of(Write(command));
}

[JsonSerializable(typeof(TrainEvent))]
[JsonSerializable(typeof(TrainCommand))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
internal sealed partial class TrainJsonContext : JsonSerializerContext;
