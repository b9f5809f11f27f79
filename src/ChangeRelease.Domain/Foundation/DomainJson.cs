using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Serialization.SystemTextJson;

namespace ChangeRelease.Domain.Foundation;

/// <summary>How every room's values are written as JSON: no reflection, fixed order, nothing re-rendered (S-73).</summary>
internal static class DomainJson
{
    /// <summary>Options with the converters of Foundation and NodaTime, and those of a room.</summary>
    public static JsonSerializerOptions Options(params IEnumerable<JsonConverter> ofRoom)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            // What is null is written, so that what is missing can be refused when it is read.
            DefaultIgnoreCondition = JsonIgnoreCondition.Never,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Encoder = JavaScriptEncoder.Default,
        };
        foreach (var converter in Converters().Concat(ofRoom))
        {
            options.Converters.Add(converter);
        }

        return options;
    }

    /// <summary>The name under which a member of a closed family is written.</summary>
    public static string Discriminator(Type family, Type member) => family
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .First(derived => derived.DerivedType == member)
        .TypeDiscriminator!.ToString()!;

    private static IEnumerable<JsonConverter> Converters() =>
    [
        NodaConverters.InstantConverter,
        NodaConverters.RoundtripDurationConverter,
        new DigestJson(),
        new ActorJson(),
        new ValueListJson<string>(),
        new ValueListJson<Fact>(),
        .. Names(text => new ActorId(text)),
        .. Names(text => new ServiceId(text)),
        .. Names(text => new EnvironmentId(text)),
        .. Names(text => new ChangeId(text)),
        .. Names(text => new ReleaseId(text)),
        .. Names(text => new CommandId(text)),
        .. Names(text => new HolderId(text)),
        .. Names(text => new IncidentId(text)),
        .. Names(text => new TemplateId(text)),
    ];

    private static IEnumerable<JsonConverter> Names<T>(Func<string, T> name)
        where T : Identifier =>
        [new IdentifierJson<T>(name), new ValueListJson<T>()];
}
