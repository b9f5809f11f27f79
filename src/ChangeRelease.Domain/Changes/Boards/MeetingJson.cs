using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>Writes and reads meetings' events and commands, and minutes, as canonical UTF-8: fixed order, instants in ISO 8601 (S-73).</summary>
public static class MeetingJson
{
    private static readonly MeetingJsonContext Context = new(DomainJson.Options(
        new StateJson(),
        new EventHeaderJson(new StateJson()),
        new IdentifierJson<Trigger>(text => new Trigger(text)),
        DomainJson.Names<VoteChoice>(),
        new ValueListJson<StruckAttendee>(),
        new ValueListJson<PinnedChange>(),
        new ValueListJson<OmittedChange>(),
        new ValueListJson<Presence>(),
        new ValueListJson<MinutedItem>()));

    /// <summary>Writes an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>Its canonical bytes.</returns>
    public static byte[] Write(MeetingEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, Context.MeetingEvent);

    /// <summary>Reads an event back.</summary>
    /// <param name="bytes">What <see cref="Write(MeetingEvent)"/> wrote.</param>
    /// <returns>The event.</returns>
    /// <exception cref="JsonException">The bytes are not an event that this version knows.</exception>
    public static MeetingEvent ReadEvent(ReadOnlySpan<byte> bytes) =>
        DomainJson.Read(bytes, Context.MeetingEvent) ?? throw new JsonException("There is no event here.");

    /// <summary>Writes a command.</summary>
    /// <param name="command">The command.</param>
    /// <returns>Its canonical bytes.</returns>
    public static byte[] Write(MeetingCommand command) => JsonSerializer.SerializeToUtf8Bytes(command, Context.MeetingCommand);

    /// <summary>Reads a command back.</summary>
    /// <param name="bytes">What <see cref="Write(MeetingCommand)"/> wrote, or a host wrote in the same shape.</param>
    /// <returns>The command.</returns>
    /// <exception cref="JsonException">The bytes are not a command that this version knows.</exception>
    public static MeetingCommand ReadCommand(ReadOnlySpan<byte> bytes) =>
        DomainJson.Read(bytes, Context.MeetingCommand) ?? throw new JsonException("There is no command here.");

    /// <summary>Writes minutes.</summary>
    /// <param name="minutes">The minutes.</param>
    /// <returns>Their canonical bytes.</returns>
    public static byte[] Write(BoardMinutes minutes) => JsonSerializer.SerializeToUtf8Bytes(minutes, Context.BoardMinutes);

    /// <summary>Reads minutes back.</summary>
    /// <param name="bytes">What <see cref="Write(BoardMinutes)"/> wrote.</param>
    /// <returns>The minutes.</returns>
    /// <exception cref="JsonException">The bytes are not minutes that this version knows.</exception>
    public static BoardMinutes ReadMinutes(ReadOnlySpan<byte> bytes) =>
        DomainJson.Read(bytes, Context.BoardMinutes) ?? throw new JsonException("There are no minutes here.");

    /// <summary>The name of an event's type, as records carry it.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>For example <c>item-ruled</c>.</returns>
    public static string TypeOf(MeetingEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return DomainJson.Discriminator(typeof(MeetingEvent), happened.GetType());
    }

    internal static JsonTypeInfo<ValueList<ActorId>> People => (JsonTypeInfo<ValueList<ActorId>>)Context.Options.GetTypeInfo(typeof(ValueList<ActorId>));

    internal static JsonTypeInfo<MeetingAgenda> Agenda => Context.MeetingAgenda;

    internal static Digest DigestOf(MeetingCommand command) => Digest.Of(Write(command));

    internal static Digest DigestOf(MeetingAgenda agenda) => Digest.Of(JsonSerializer.SerializeToUtf8Bytes(agenda, Context.MeetingAgenda));
}

[JsonSerializable(typeof(MeetingEvent))]
[JsonSerializable(typeof(MeetingCommand))]
[JsonSerializable(typeof(BoardMinutes))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
internal sealed partial class MeetingJsonContext : JsonSerializerContext;
