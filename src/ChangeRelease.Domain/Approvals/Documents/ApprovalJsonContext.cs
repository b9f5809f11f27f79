using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Approvals;

/// <summary>The source-generated model of documents of approval policies.</summary>
[JsonSerializable(typeof(PolicyEntry))]
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
internal sealed partial class ApprovalJsonContext : JsonSerializerContext
{
    public static ApprovalJsonContext OfDocuments { get; } = new(DocumentWriter.Options(
        new JsonStringEnumConverter<ApprovalAct>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)));
}
