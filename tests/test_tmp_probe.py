import pytest
from django.test import Client
from tests.official.texts import loaded, put, THREE
from tests.loading.edition import Edition
from articles.official import checking
from django.db import connection
from django.test.utils import CaptureQueriesContext
@pytest.fixture(scope="module")
def three(django_db_setup, django_db_blocker, fixtures, tmp_path_factory):
    folder=put(Edition(tmp_path_factory.mktemp("o")).folder,"en","en-2","ru","fa")
    with loaded(folder,fixtures,django_db_blocker): yield
@pytest.mark.django_db
def test_t(three):
    c=Client()
    for p in ["/articles/3/?lang=en,ru,fa","/articles/36/","/articles/30/4/","/articles/30/4/?lang=ru","/articles/30/3/","/30.3","/30.4","/articles/5/"]:
        r=c.get(p); print("=====",p,r.status_code,r.headers.get("Location")); 
        t=r.content.decode()
        if p in ("/articles/3/?lang=en,ru,fa","/articles/36/"): print(t[t.find("<main"):t.find("</main")])
    for q in ["heliograph","гелиограф","آینه‌نگار","выдры","geographical","foundation","tourism","tourists climb", "30.4","30.3"]:
        d=c.get("/articles.json",{"q":q}).json()
        print(q,d["notice"],d["suggestion"],[(r["number"],r["paragraph"],r["url"],r["snippet"],r["why"],r["evidence"]) for r in d["results"]][:4])
    for p in ["/articles/3/","/articles/3/?lang=en","/articles/3/?lang=en,ru,fa","/articles/36/","/treaty/","/treaty/?lang=en,ru,fa"]:
        c.get(p)
        with CaptureQueriesContext(connection) as q: c.get(p)
        print(p,len(q))
@pytest.mark.django_db
def test_n():
    c=Client()
    for p in ["/articles/3/","/articles/36/","/treaty/"]:
        c.get(p)
        with CaptureQueriesContext(connection) as q: c.get(p)
        print(p,len(q))
