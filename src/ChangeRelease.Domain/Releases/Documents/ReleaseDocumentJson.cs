using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Writes and reads runbooks, deployment plans and communication plans as canonical UTF-8 (S-73); what is open is null.</summary>
public static class ReleaseDocumentJson
{
    private static readonly ReleaseDocumentJsonContext Context = new(DomainJson.Options(
        new ValueListJson<RunbookStep>(),
        new ValueListJson<PlannedDeployment>(),
        new ValueListJson<PlannedMessage>()));

    /// <summary>Writes a runbook.</summary>
    /// <param name="runbook">The runbook.</param>
    /// <returns>Its canonical bytes.</returns>
    public static byte[] Write(Runbook runbook) => JsonSerializer.SerializeToUtf8Bytes(runbook, Context.Runbook);

    /// <summary>Writes a deployment plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>Its canonical bytes.</returns>
    public static byte[] Write(DeploymentPlan plan) => JsonSerializer.SerializeToUtf8Bytes(plan, Context.DeploymentPlan);

    /// <summary>Writes a communication plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>Its canonical bytes.</returns>
    public static byte[] Write(CommunicationPlan plan) => JsonSerializer.SerializeToUtf8Bytes(plan, Context.CommunicationPlan);

    /// <summary>Reads a runbook.</summary>
    /// <param name="bytes">What <see cref="Write(Runbook)"/> wrote, or a host wrote in the same shape.</param>
    /// <returns>The runbook.</returns>
    /// <exception cref="JsonException">The bytes are no runbook.</exception>
    public static Runbook ReadRunbook(ReadOnlySpan<byte> bytes) => DomainJson.Read(bytes, Context.Runbook) ?? throw new JsonException("There is no runbook here.");

    /// <summary>Reads a deployment plan.</summary>
    /// <param name="bytes">What <see cref="Write(DeploymentPlan)"/> wrote, or a host wrote in the same shape.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="JsonException">The bytes are no deployment plan.</exception>
    public static DeploymentPlan ReadDeploymentPlan(ReadOnlySpan<byte> bytes) => DomainJson.Read(bytes, Context.DeploymentPlan) ?? throw new JsonException("There is no plan here.");

    /// <summary>Reads a communication plan.</summary>
    /// <param name="bytes">What <see cref="Write(CommunicationPlan)"/> wrote, or a host wrote in the same shape.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="JsonException">The bytes are no communication plan.</exception>
    public static CommunicationPlan ReadCommunicationPlan(ReadOnlySpan<byte> bytes) => DomainJson.Read(bytes, Context.CommunicationPlan) ?? throw new JsonException("There is no plan here.");
}

[JsonSerializable(typeof(Runbook))]
[JsonSerializable(typeof(DeploymentPlan))]
[JsonSerializable(typeof(CommunicationPlan))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
internal sealed partial class ReleaseDocumentJsonContext : JsonSerializerContext;
