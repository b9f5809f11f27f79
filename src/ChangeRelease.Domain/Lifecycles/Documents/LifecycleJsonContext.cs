using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>The source-generated model of documents of lifecycles and derivations.</summary>
[JsonSerializable(typeof(LifecycleEntry))]
[JsonSerializable(typeof(DerivationEntry))]
[JsonSerializable(typeof(TriggerEntry))]
[JsonSerializable(typeof(NeedEntry))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
internal sealed partial class LifecycleJsonContext : JsonSerializerContext
{
    public static LifecycleJsonContext OfDocuments { get; } = new(DocumentWriter.Options(
        new JsonStringEnumConverter<ParameterKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
        new SpelledJson<IReadOnlyList<string>>(name => [name], names => names.Count == 1 ? names[0] : null),
        new SpelledJson<TriggerEntry>(name => new TriggerEntry { Name = name }, trigger => trigger.Takes is null ? trigger.Name : null),
        new SpelledJson<NeedEntry>(code => new NeedEntry { Code = code }, need => need.With is null ? need.Code : null)));
}
