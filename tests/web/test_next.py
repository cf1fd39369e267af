"""The question to put next, for programs that ask one at a time."""


def test_without_answers_the_first_question_is_put_in_full(client) -> None:
    answer = client.get("/api/themes/open-restaurant/next").json()
    assert {"id", "text", "multiple", "options"} <= set(answer["question"])
    assert answer["question"]["id"] in answer["open"]


def test_asking_goes_on_until_nothing_can_change_the_package(client) -> None:
    given: dict[str, str] = {}
    while (question := client.get("/api/themes/open-company/next", params=given).json()["question"]) is not None:
        assert question["id"] not in given
        given[question["id"]] = question["options"][0]["id"]
    assert client.get("/api/themes/open-company/next", params=given).json() == {"question": None, "open": []}


def test_answers_that_cannot_be_are_refused_as_everywhere(client) -> None:
    assert client.get("/api/themes/open-restaurant/next", params={"principal-type": "moon"}).status_code == 422
    assert client.get("/api/themes/nowhere/next").status_code == 404
