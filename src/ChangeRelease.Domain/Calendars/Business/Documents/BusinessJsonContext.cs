using System.Text.Json;
using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The source-generated model of documents of business calendars.</summary>
[JsonSerializable(typeof(BusinessCalendarEntry))]
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
internal sealed partial class BusinessJsonContext : JsonSerializerContext
{
    public static BusinessJsonContext OfDocuments { get; } = new(DocumentWriter.Options(
        new JsonStringEnumConverter<WeekdayName>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
        new JsonStringEnumConverter<Observance>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)));
}
