using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>Writes and reads changes' events and commands as canonical UTF-8: fixed order, instants in ISO 8601 (S-73).</summary>
public static class ChangeJson
{
    private static readonly ChangeJsonContext Context = new(DomainJson.Options(
        new StateJson(),
        new EventHeaderJson(new StateJson()),
        new IdentifierJson<Trigger>(text => new Trigger(text)),
        DomainJson.Names<VoteChoice>(),
        DomainJson.Names<Grade>(),
        DomainJson.Names<RiskSource>(),
        DomainJson.Names<ReviewOutcome>(),
        DomainJson.Names<DebtPart>(),
        new ValueListJson<DebtPart>(),
        DomainJson.Names<PermitProgress>(),
        new ValueListJson<Answer>(),
        new ValueListJson<RiskContribution>(),
        DomainJson.Names<PlanKind>(),
        new IdentifierJson<RoleId>(text => new RoleId(text)),
        new IdentifierJson<RuleId>(text => new RuleId(text)),
        new ValueListJson<Outage>(),
        new ValueListJson<PlanTask>(),
        new ValueListJson<Slot>(),
        new ValueListJson<TaskRecord>(),
        new ValueListJson<Permit>(),
        new ValueListJson<Vote>()));

    /// <summary>Writes an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>Its canonical bytes.</returns>
    public static byte[] Write(ChangeEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, Context.ChangeEvent);

    /// <summary>Reads an event back.</summary>
    /// <param name="bytes">What <see cref="Write(ChangeEvent)"/> wrote.</param>
    /// <returns>The event.</returns>
    /// <exception cref="JsonException">The bytes are not an event that this version knows.</exception>
    public static ChangeEvent ReadEvent(ReadOnlySpan<byte> bytes) =>
        DomainJson.Read(bytes, Context.ChangeEvent) ?? throw new JsonException("There is no event here.");

    /// <summary>Writes a command.</summary>
    /// <param name="command">The command.</param>
    /// <returns>Its canonical bytes.</returns>
    public static byte[] Write(ChangeCommand command) => JsonSerializer.SerializeToUtf8Bytes(command, Context.ChangeCommand);

    /// <summary>Reads a command back.</summary>
    /// <param name="bytes">What <see cref="Write(ChangeCommand)"/> wrote, or a host wrote in the same shape.</param>
    /// <returns>The command.</returns>
    /// <exception cref="JsonException">The bytes are not a command that this version knows.</exception>
    public static ChangeCommand ReadCommand(ReadOnlySpan<byte> bytes) =>
        DomainJson.Read(bytes, Context.ChangeCommand) ?? throw new JsonException("There is no command here.");

    /// <summary>The name of an event's type, as records carry it.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>For example <c>change-scheduled</c>.</returns>
    public static string TypeOf(ChangeEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return DomainJson.Discriminator(typeof(ChangeEvent), happened.GetType());
    }

    internal static JsonTypeInfo<ValueList<Slot>> Slots => (JsonTypeInfo<ValueList<Slot>>)Context.Options.GetTypeInfo(typeof(ValueList<Slot>));

    internal static JsonTypeInfo<ValueList<Answer>> Answers => (JsonTypeInfo<ValueList<Answer>>)Context.Options.GetTypeInfo(typeof(ValueList<Answer>));

    internal static JsonTypeInfo<OrganizationalScores> Organization => Context.OrganizationalScores;

    internal static JsonTypeInfo<ValueList<ActorId>> People => (JsonTypeInfo<ValueList<ActorId>>)Context.Options.GetTypeInfo(typeof(ValueList<ActorId>));

    internal static JsonTypeInfo<ChangeContent> Content => Context.ChangeContent;

    internal static Digest DigestOf(ChangeCommand command) => Digest.Of(Write(command));
}

[JsonSerializable(typeof(ChangeEvent))]
[JsonSerializable(typeof(ChangeCommand))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
internal sealed partial class ChangeJsonContext : JsonSerializerContext;
