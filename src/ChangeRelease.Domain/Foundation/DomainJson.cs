using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime.Serialization.SystemTextJson;

namespace ChangeRelease.Domain.Foundation;

/// <summary>How every room's values are written as JSON: no reflection, fixed order, nothing re-rendered (S-73).</summary>
internal static class DomainJson
{
    private static readonly ConcurrentDictionary<Type, string> Discriminators = [];

    /// <summary>Options with the converters of Foundation and NodaTime, and those of a room.</summary>
    public static JsonSerializerOptions Options(params IEnumerable<JsonConverter> ofRoom)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            // What is null is written, so that what is missing can be refused when it is read.
            DefaultIgnoreCondition = JsonIgnoreCondition.Never,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
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
    public static string Discriminator(Type family, Type member) => Discriminators.GetOrAdd(
        member,
        static (type, family) => family.GetCustomAttributes<JsonDerivedTypeAttribute>().First(derived => derived.DerivedType == type).TypeDiscriminator!.ToString()!,
        family);

    /// <summary>An enumeration by the names of its values, and by nothing else.</summary>
    public static JsonConverter Names<T>()
        where T : struct, Enum =>
        new JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false);

    /// <summary>Reads a value; values check themselves when they are made, and what they do not accept is malformed JSON here.</summary>
    /// <exception cref="JsonException">The bytes are not such a value.</exception>
    public static T? Read<T>(ReadOnlySpan<byte> bytes, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, type);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or InvalidOperationException or NotSupportedException or OverflowException)
        {
            throw new JsonException($"This is no {typeof(T).Name}: {wrong.Message}", wrong);
        }
    }

    private static IEnumerable<JsonConverter> Converters() =>
    [
        new InstantJson(),
        NodaConverters.RoundtripDurationConverter,
        new DigestJson(),
        new ActorJson(),
        new StampJson(),
        new ArgumentsJson(),
        new FactJson(),
        new ValueListJson<string>(),
        new ValueListJson<Fact>(new FactJson()),
        .. Identifiers(text => new ActorId(text)),
        .. Identifiers(text => new AuthorityId(text)),
        .. Identifiers(text => new SchemeId(text)),
        .. Identifiers(text => new ServiceId(text)),
        .. Identifiers(text => new EnvironmentId(text)),
        .. Identifiers(text => new ChangeId(text)),
        .. Identifiers(text => new ReleaseId(text)),
        .. Identifiers(text => new CommandId(text)),
        .. Identifiers(text => new HolderId(text)),
        .. Identifiers(text => new AuthorityId(text)),
        .. Identifiers(text => new BoardId(text)),
        .. Identifiers(text => new IncidentId(text)),
        .. Identifiers(text => new MeetingId(text)),
        .. Identifiers(text => new TemplateId(text)),
    ];

    private static IEnumerable<JsonConverter> Identifiers<T>(Func<string, T> name)
        where T : Identifier
    {
        var one = new IdentifierJson<T>(name);
        return [one, new ValueListJson<T>(one)];
    }
}
