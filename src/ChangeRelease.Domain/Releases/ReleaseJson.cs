using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Releases;

/// <summary>Writes and reads releases' events and commands as canonical UTF-8: fixed order, instants in ISO 8601 (S-73).</summary>
public static class ReleaseJson
{
    private static readonly ReleaseJsonContext Context = new(DomainJson.Options(
        new StateJson(),
        new EventHeaderJson(new StateJson()),
        new IdentifierJson<Trigger>(text => new Trigger(text)),
        DomainJson.Names<VoteChoice>(),
        new VersionJson(),
        new IdentifierJson<ReleaseType>(text => new ReleaseType(text)),
        new ValueListJson<Slot>(),
        new ValueListJson<Artifact>(),
        new ValueListJson<ConfigurationVersion>(),
        new IdentifierJson<RoleId>(text => new RoleId(text)),
        DomainJson.Names<RolloutStrategy>(),
        DomainJson.Names<GateKind>(),
        DomainJson.Names<GateVerdict>(),
        DomainJson.Names<DeploymentOutcome>(),
        DomainJson.Names<CriterionPoint>(),
        new ValueListJson<Criterion>(),
        new ValueListJson<CarriedContent>(),
        new ValueListJson<PermittedChange>(),
        new ValueListJson<GateResult>(),
        new ValueListJson<RolloutStage>(),
        new ValueListJson<Gate>(),
        new ValueListJson<ActiveVersion>()));

    /// <summary>Writes an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>Its canonical bytes.</returns>
    public static byte[] Write(ReleaseEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, Context.ReleaseEvent);

    /// <summary>Reads an event back.</summary>
    /// <param name="bytes">What <see cref="Write(ReleaseEvent)"/> wrote.</param>
    /// <returns>The event.</returns>
    /// <exception cref="JsonException">The bytes are not an event that this version knows.</exception>
    public static ReleaseEvent ReadEvent(ReadOnlySpan<byte> bytes) =>
        DomainJson.Read(bytes, Context.ReleaseEvent) ?? throw new JsonException("There is no event here.");

    /// <summary>Writes a command.</summary>
    /// <param name="command">The command.</param>
    /// <returns>Its canonical bytes.</returns>
    public static byte[] Write(ReleaseCommand command) => JsonSerializer.SerializeToUtf8Bytes(command, Context.ReleaseCommand);

    /// <summary>Reads a command back.</summary>
    /// <param name="bytes">What <see cref="Write(ReleaseCommand)"/> wrote, or a host wrote in the same shape.</param>
    /// <returns>The command.</returns>
    /// <exception cref="JsonException">The bytes are not a command that this version knows.</exception>
    public static ReleaseCommand ReadCommand(ReadOnlySpan<byte> bytes) =>
        DomainJson.Read(bytes, Context.ReleaseCommand) ?? throw new JsonException("There is no command here.");

    /// <summary>The name of an event's type, as records carry it.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>For example <c>release-scheduled</c>.</returns>
    public static string TypeOf(ReleaseEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return DomainJson.Discriminator(typeof(ReleaseEvent), happened.GetType());
    }

    internal static JsonTypeInfo<ValueList<Slot>> Slots => (JsonTypeInfo<ValueList<Slot>>)Context.Options.GetTypeInfo(typeof(ValueList<Slot>));

    internal static JsonTypeInfo<ValueList<ActorId>> People => (JsonTypeInfo<ValueList<ActorId>>)Context.Options.GetTypeInfo(typeof(ValueList<ActorId>));

    internal static JsonTypeInfo<GateEvidence> GateEvidence => Context.GateEvidence;

    internal static JsonTypeInfo<ValueList<ActiveVersion>> ActiveVersions => (JsonTypeInfo<ValueList<ActiveVersion>>)Context.Options.GetTypeInfo(typeof(ValueList<ActiveVersion>));

    internal static JsonTypeInfo<Package> Package => Context.Package;

    internal static JsonTypeInfo<ReleaseContent> Content => Context.ReleaseContent;

    internal static Digest DigestOf(ReleaseCommand command) => Digest.Of(Write(command));
}

[JsonSerializable(typeof(ReleaseEvent))]
[JsonSerializable(typeof(ReleaseCommand))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
internal sealed partial class ReleaseJsonContext : JsonSerializerContext;
