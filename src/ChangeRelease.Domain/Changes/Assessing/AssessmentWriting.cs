using System.Text.Json;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>Writes an assessment canonically, whole: everything that it says is material (S-23).</summary>
internal static class AssessmentWriting
{
    public static void WriteTo(Assessment? assessment, Utf8JsonWriter json)
    {
        if (assessment is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        WriteTexts(json, assessment.Impact.ToString(), assessment.Risk.ToString(), assessment.Reasoning, assessment.Assessor.Value);
        WriteTexts(json, assessment.Authority?.Value, assessment.Scheme?.Id.Value);
        json.WriteNumberValue(assessment.Scheme?.Version ?? 0);
        json.WriteStringValue(assessment.Likelihood?.ToString());
        WriteList(json, assessment.Answers, answer => WriteTexts(json, answer.Question, answer.Choice));
        WriteList(json, (assessment.Organization?.All ?? []).ToValueList(), score => json.WriteNumberValue(score.Score));
        WriteList(json, assessment.Contributions, voice => WriteTexts(json, voice.Source.ToString(), voice.Grade.ToString(), voice.Because));
        json.WriteEndArray();
    }

    private static void WriteList<T>(Utf8JsonWriter json, ValueList<T> items, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }
    }
}
