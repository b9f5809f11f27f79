using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Changes;

/// <summary>Writes and reads templates' events and commands as canonical UTF-8: fixed order, instants in ISO 8601 (S-73).</summary>
public static class TemplateJson
{
    private static readonly TemplateJsonContext Context = new(DomainJson.Options(
        new StateJson(),
        new EventHeaderJson(new StateJson()),
        new IdentifierJson<Trigger>(text => new Trigger(text)),
        DomainJson.Names<VoteChoice>(),
        DomainJson.Names<Grade>(),
        DomainJson.Names<EarlierVersions>(),
        DomainJson.Names<PlanKind>(),
        new IdentifierJson<RoleId>(text => new RoleId(text)),
        new ValueListJson<Outage>(),
        new ValueListJson<PlanTask>(),
        new ValueListJson<TemplateParameter>()));

    /// <summary>Writes an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>Its canonical bytes.</returns>
    public static byte[] Write(TemplateEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, Context.TemplateEvent);

    /// <summary>Reads an event back.</summary>
    /// <param name="bytes">What <see cref="Write(TemplateEvent)"/> wrote.</param>
    /// <returns>The event.</returns>
    /// <exception cref="JsonException">The bytes are not an event that this version knows.</exception>
    public static TemplateEvent ReadEvent(ReadOnlySpan<byte> bytes) =>
        DomainJson.Read(bytes, Context.TemplateEvent) ?? throw new JsonException("There is no event here.");

    /// <summary>Writes a command.</summary>
    /// <param name="command">The command.</param>
    /// <returns>Its canonical bytes.</returns>
    public static byte[] Write(TemplateCommand command) => JsonSerializer.SerializeToUtf8Bytes(command, Context.TemplateCommand);

    /// <summary>Reads a command back.</summary>
    /// <param name="bytes">What <see cref="Write(TemplateCommand)"/> wrote, or a host wrote in the same shape.</param>
    /// <returns>The command.</returns>
    /// <exception cref="JsonException">The bytes are not a command that this version knows.</exception>
    public static TemplateCommand ReadCommand(ReadOnlySpan<byte> bytes) =>
        DomainJson.Read(bytes, Context.TemplateCommand) ?? throw new JsonException("There is no command here.");

    /// <summary>The name of an event's type, as records carry it.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>For example <c>template-published</c>.</returns>
    public static string TypeOf(TemplateEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return DomainJson.Discriminator(typeof(TemplateEvent), happened.GetType());
    }

    internal static JsonTypeInfo<ValueList<TemplateParameter>> Parameters =>
        (JsonTypeInfo<ValueList<TemplateParameter>>)Context.Options.GetTypeInfo(typeof(ValueList<TemplateParameter>));

    internal static JsonTypeInfo<TemplateContent> Content => Context.TemplateContent;

    internal static Digest DigestOf(TemplateCommand command) => Digest.Of(Write(command));
}

[JsonSerializable(typeof(TemplateEvent))]
[JsonSerializable(typeof(TemplateCommand))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
internal sealed partial class TemplateJsonContext : JsonSerializerContext;
