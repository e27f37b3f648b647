import json

from app.core.article.content import Article
from app.core.files.schema import as_text, schema


def test_the_schema_names_its_dialect():
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_text_is_the_schema_as_json_that_ends_with_a_line():
    assert json.loads(as_text()) == json.loads(json.dumps(schema()))
    assert as_text().endswith("}\n")


def test_every_field_of_the_article_is_described_and_no_other_is_taken():
    described = schema()["$defs"]["Article"]
    assert set(described["properties"]) == set(Article.__struct_encode_fields__)
    assert described["additionalProperties"] is False


def test_a_passage_is_a_paragraph_or_an_item():
    assert schema()["$defs"]["Passage"]["properties"]["kind"]["enum"] == ["item", "paragraph"]
