using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>The source-generated model of documents of dependencies.</summary>
[JsonSerializable(typeof(DependenciesEntry))]
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
internal sealed partial class DependencyJsonContext : JsonSerializerContext
{
    public static DependencyJsonContext OfDocuments { get; } = new(DocumentWriter.Options());
}
